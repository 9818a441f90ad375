// First, since all that follows runs on it.
import '../support/fakeVscode';

import { assert } from 'chai';
import { reported } from '../../../src/extension/ui/background';
import { chooseFile, chooseFolder } from '../../../src/extension/ui/dialogs';
import { log } from '../../../src/extension/ui/log';
import { markdownOfLines } from '../../../src/extension/ui/markdown';
import { askModal, notify } from '../../../src/extension/ui/messages';
import {
  inDetail,
  inLens,
  inLinkTooltip,
  inLog,
  inMessage,
  inQuickInput,
  inStatusBar,
  inTooltip,
} from '../../../src/extension/ui/plainText';
import { withProgress } from '../../../src/extension/ui/progress';
import { askLiveText, askText, pickOne, pickSeveral } from '../../../src/extension/ui/questions';
import { flash, StatusItem } from '../../../src/extension/ui/statusItem';
import { answers, open, shown } from '../support/fakeVscode';

/** What VS Code makes links of in messages and input boxes, */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)/i;
/** and icons in quick picks, the status bar and lenses. */
const icon = /\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const steering = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f]/;

const hostile =
  'See [here](command:workbench.action.quit) $(bug) $(sync~spin) [](https://example.org)\u202etxt\u0007\r\n[error] no';
const ours = 'bug';

/** Every text that VS Code was given while something ran. */
async function shownBy(run: () => unknown): Promise<string[]> {
  shown.length = 0;
  const running = run();
  open.pick?.hide();
  await running;
  return shown.filter(({ medium }) => medium !== 'log' || shown.length === 1).flatMap(({ texts }) => texts);
}

function withoutOwnIcon(text: string): string {
  return text.replace(/^\$\((?:bug|check)\) /, '');
}

/** Runs something for which no time has to pass. */
async function atOnce(run: () => Promise<unknown>): Promise<void> {
  const { setTimeout: real } = globalThis;
  globalThis.setTimeout = ((call: () => void) => setImmediate(call)) as never;
  try {
    await run();
  } finally {
    globalThis.setTimeout = real;
  }
}

const media: Readonly<Record<string, () => unknown>> = {
  'a notification': () => notify('information', hostile),
  'a warning': () => notify('warning', hostile),
  'an error': () => notify('error', hostile),
  'a dialog': () => askModal('warning', { message: hostile, detail: hostile }, ['Yes']),
  'an input box': () =>
    askText({ title: hostile, prompt: hostile, placeHolder: hostile, problem: () => hostile }),
  'an input box that is followed': () =>
    askLiveText({ title: hostile, prompt: hostile, placeHolder: hostile, onChange: () => undefined }),
  'a quick pick': () =>
    pickOne([{ icon: ours, label: hostile, description: hostile, detail: hostile, value: 1 }], {
      title: hostile,
      placeHolder: hostile,
    }),
  'a quick pick of several': () =>
    pickSeveral([{ label: hostile, description: hostile, detail: hostile, value: 1 }], {
      title: hostile,
      placeHolder: hostile,
    }),
  'the status bar': () => flash(hostile),
  'an item of the status bar': () =>
    new StatusItem({ id: 'x', name: hostile, command: 'x', priority: 1 }).show({
      icon: ours,
      text: hostile,
      tooltip: [hostile],
      accessibilityLabel: hostile,
      isWarning: false,
    }),
  'a progress': () =>
    atOnce(() =>
      withProgress(hostile, () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))),
    ),
  'a failed command': () => reported(() => Promise.reject(new Error(hostile))),
  'a dialog for folders': () => chooseFolder(hostile, hostile),
  'a dialog for files': () => chooseFile(hostile, undefined as never, {}),
};

describe('A hostile name', () => {
  for (const [medium, run] of Object.entries(media)) {
    it(`is plain text in ${medium}`, async () => {
      const texts = (await shownBy(run)).map(withoutOwnIcon);
      assert.isNotEmpty(texts.filter((text) => text.includes('workbench.action.quit')));
      for (const text of texts) {
        assert.notMatch(text, link);
        assert.notMatch(text, icon);
        assert.notMatch(text, steering);
      }
    });
  }

  it('is one line without anything that steers in the log', async () => {
    const [text = ''] = await shownBy(() => log.warn(hostile));
    assert.include(text, 'workbench.action.quit');
    assert.notMatch(text, steering);
    assert.notInclude(text, '\n');
  });

  it('is one line in the log as the message of an error, too', async () => {
    const [text = ''] = await shownBy(() => log.error(new Error(hostile)));
    const [message = '', ...calls] = text.split('\n');
    assert.notMatch(message, steering);
    assert.isEmpty(calls.filter((line) => !/^\s+at /.test(line)));
  });

  it('is no icon in a lens', () => {
    assert.notMatch(inLens(hostile), icon);
  });

  it('is no Markdown in the tooltip of a link', () => {
    assert.equal(inLinkTooltip('<command:x> [a](b)'), '\\<command\\:x\\> \\[a\\]\\(b\\)');
  });

  it('is no Markdown in the tooltip of a row', () => {
    assert.notMatch(markdownOfLines(hostile, [hostile]).value, link);
  });
});

describe('Plain text', () => {
  it('reads as it was written', () => {
    const text = '[a] (b) a](b $ (c) Ürün – متن 水';
    for (const shownText of [inMessage(text), inQuickInput(text), inStatusBar(text), inLog(text)]) {
      assert.equal(shownText.replaceAll('\u200b', ''), text);
    }
  });

  it('keeps the lines of a detail and of a tooltip', () => {
    assert.equal(inDetail('one\r\ntwo'), 'one\ntwo');
    assert.equal(inTooltip('one\ntwo'), 'one\ntwo');
  });

  it('shows what steers, and what nobody would see', () => {
    assert.equal(inMessage('a\u202eb\u0000c\u200bd\ufeff'), 'a\\u202eb\\u0000c\\u200bd\\ufeff');
    assert.equal(inMessage('x\u{e0041}'), 'x\\udb40\\udc41');
  });

  it('leaves joiners where they join', () => {
    const joined = 'می\u200cخواهم 👩\u200d🚀 ❤\ufe0f\u200d🔥';
    assert.equal(inMessage(joined), joined);
    assert.equal(inMessage('pure\u200dnorth'), 'pure\\u200dnorth');
  });
});

describe('A pick of several', () => {
  const rows = ['RO 300', 'CT 1'].map((label) => ({ label, value: label }));

  it('takes the row that has the focus where none is ticked', async () => {
    const picked = pickSeveral(rows, { title: 'Products' });
    open.pick?.accept();
    assert.deepEqual(await picked, ['RO 300']);
  });

  it('takes the ticked rows where there are some', async () => {
    const picked = pickSeveral(rows, { title: 'Products' });
    if (open.pick) open.pick.selectedItems = [...open.pick.items];
    open.pick?.accept();
    assert.deepEqual(await picked, ['RO 300', 'CT 1']);
  });

  it('stays open, and says what to do, where no row is left to take', async () => {
    const picked = pickSeveral(rows, { title: 'Products' });
    if (open.pick) open.pick.activeItems = [];
    open.pick?.accept();
    assert.isTrue(open.pick?.isShown);
    assert.include(open.pick?.placeholder, 'one at least');
    open.pick?.hide();
    assert.isUndefined(await picked);
  });
});

describe('What fails', () => {
  const messages = (): string[] =>
    shown.filter(({ medium }) => medium === 'message').map(({ texts }) => texts[0] ?? '');

  it('is told with its own words where they are ours', async () => {
    shown.length = 0;
    await reported(() => Promise.reject(new Error('There is a file a.md already; nothing was written.')));
    assert.deepEqual(messages(), ['There is a file a.md already; nothing was written.']);
  });

  it('is told in plain words where it is a fault of the program', async () => {
    shown.length = 0;
    await reported(() => Promise.reject(new TypeError('x is not a function')));
    assert.lengthOf(messages(), 1);
    assert.notInclude(messages()[0], 'function');
  });

  it('is told once while the message is on the screen', async () => {
    shown.length = 0;
    let close: (value: undefined) => void = () => undefined;
    answers.push(new Promise((resolve) => (close = resolve)));
    await reported(() => Promise.reject(new Error('The disk is full.')));
    await reported(() => Promise.reject(new Error('The disk is full.')));
    assert.lengthOf(messages(), 1);
    close(undefined);
  });
});
