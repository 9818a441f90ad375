export type Language = 'english' | 'chinese';

const sentences: Readonly<Record<Language, readonly string[]>> = {
  english: [
    'The dealer in Utrecht reports that the new cartridge sells well, but delivery is slow.',
    'Price pressure grows at the lower end; nobody expects it to ease before summer.',
    'Two installers asked for a shorter hose, one for a longer warranty.',
    'The **second** supplier delivers in four weeks, which is *too late* for the show.',
    'Service counts 14 claims in a month, 9 of them for the same valve (part `V-204`).',
    'Sales want a leaflet in three languages and a price list that fits on one page.',
    'Margin stays above 38 % as long as the membrane costs less than 21 euro.',
    'We heard the same from a buyer in Ghent last week, in almost the same words.',
    'Nothing is decided yet: the numbers of the third quarter come first.',
    'Their new app shows the litres of a year, and customers do look at it.',
  ],
  chinese: [
    '经销商说新滤芯很好卖，但是交货太慢，价格压力越来越大。',
    '安装人员希望软管短一点，保修期长一点。',
    '第三季度的数字还没有出来，所以现在什么都没有决定。',
    '客户最关心的是**水质**和噪音，其次才是价格。',
    '竞争对手上个月推出了新的租赁方案，每月不到二十五欧元。',
    '售后部门一个月收到十四次投诉，其中九次是同一个阀门。',
  ],
};

const referredTypes = ['competitor', 'product', 'voice', 'trend', 'partner'];

export interface ProseOptions {
  /** In characters, about. */
  readonly length: number;
  readonly language: Language;
  readonly random: () => number;
  readonly refer: (type: string) => string;
  /** The relative path of the page with an id. */
  readonly link: (id: string) => string;
}

/** Paragraphs, lists and a table now and then, with links to other pages. */
export function prose({ length, language, random, refer, link }: ProseOptions): string {
  const sentence = (): string => pick(sentences[language], random);
  const parts: string[] = [];
  for (let size = 0; size < length; ) {
    const kind = random();
    const id = refer(pick(referredTypes, random));
    let block: string;
    if (kind < 0.15) block = `\n- ${sentence()}\n- ${sentence()} See [[${id}]].\n- ${sentence()}\n`;
    else if (kind < 0.2) {
      block = `\n| month | pieces | returned |\n| --- | ---: | ---: |\n| October | ${Math.round(random() * 900)} | 4 |\n| November | ${Math.round(random() * 900)} | 7 |\n`;
    } else if (kind < 0.5) block = `\n${sentence()} ${sentence()} See [[${id}|their page]].\n`;
    else if (kind < 0.7) block = `\n${sentence()} More in [the page](${link(id)}). ${sentence()}\n`;
    else block = `\n${sentence()}\n${sentence()} ${sentence()}\n`;
    parts.push(block);
    size += block.length;
  }
  return parts.join('');
}

export function pick<T>(values: readonly T[], random: () => number): T {
  return values[Math.floor(random() * values.length)] as T;
}
