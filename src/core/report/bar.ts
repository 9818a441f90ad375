import type { Band } from '../schema/activities';

/** Characters of a bar that stands for 0 to 100 %. */
const barLength = 25;

/** What a stretch of a bar stands for; within the band what is filled and what is not looks different, too. */
export type BarPart = 'filled' | 'filledInBand' | 'emptyInBand' | 'empty';

const characters: Readonly<Record<BarPart, string>> = {
  filled: '█',
  filledInBand: '▓',
  emptyInBand: '▒',
  empty: '░',
};

/** How the band looks, for a legend. */
export const bandSign = `${characters.filledInBand}${characters.emptyInBand}`;

/** The same within a bar is a part of it. */
const legendSign = /(?<![█▓▒░])▓▒(?![█▓▒░])/;

const parts = new Map(Object.entries(characters).map(([part, character]) => [character, part as BarPart]));

/**
 * A bar in plain text, such as `██████████▓▓▓▓██░░░░░░░░░`: how far it is filled, and where the band lies.
 *
 * @param share 0 to 1; what lies beyond is cut off
 * @param band in percent; a narrow one is still one character wide
 */
export function barText(share: number, band: Band | undefined): string {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * barLength);
  const cell = (percents: number): number => Math.round((percents * barLength) / 100);
  const first = band ? Math.min(cell(band[0]), barLength - 1) : barLength;
  const end = band ? Math.max(cell(band[1]), first + 1) : barLength;
  return Array.from({ length: barLength }, (_, index) => {
    const isInBand = index >= first && index < end;
    if (index < filled) return isInBand ? characters.filledInBand : characters.filled;
    return isInBand ? characters.emptyInBand : characters.empty;
  }).join('');
}

/** What stands before and behind the sign of the band in a legend; undefined for a text that is none. */
export function readLegend(text: string): readonly [before: string, behind: string] | undefined {
  const [before, behind, ...more] = text.split(legendSign);
  return before === undefined || behind === undefined || more.length > 0 ? undefined : [before, behind];
}

export interface BarStretch {
  readonly part: BarPart;
  /** Of the whole bar, 0 to 1. */
  readonly width: number;
}

/** The stretches of a bar in plain text; undefined for a text that is none. */
export function readBar(text: string): BarStretch[] | undefined {
  const cells = [...text.trim()];
  if (cells.length !== barLength || cells.some((cell) => !parts.has(cell))) return undefined;
  const stretches: { part: BarPart; width: number }[] = [];
  for (const cell of cells) {
    const part = parts.get(cell) as BarPart;
    const last = stretches[stretches.length - 1];
    if (last?.part === part) last.width += 1 / barLength;
    else stretches.push({ part, width: 1 / barLength });
  }
  return stretches;
}
