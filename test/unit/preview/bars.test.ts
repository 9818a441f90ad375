import assert from 'node:assert/strict';
import { bandSign, barText } from '../../../src/core/report/bar';
import { previewOf } from './support';

describe('bars of reports in the preview', () => {
  const render = (cell: string): string =>
    previewOf({}).render(`| A | B |\n| --- | --- |\n| x | ${cell} |\n`, {});

  it('are drawn, each stretch as wide as it is', () => {
    const html = render(barText(0.6, [40, 60]));
    assert.doesNotMatch(html, /[█▓▒░]/);
    assert.deepEqual(
      [...html.matchAll(/status-book-bar-(\w+)" style="width:(\d+)%"/g)].map(
        ([, part, width]) => `${part} ${width}`,
      ),
      ['filled 40', 'filledinband 20', 'empty 40'],
    );
  });

  it('have a legend with the same colours, whose words stay text', () => {
    const html = render(`${bandSign} is the *band*`);
    assert.match(html, /status-book-swatch status-book-bar-emptyinband"><\/span> is the /);
    assert.doesNotMatch(html, /[▓▒]/);
  });

  it('have a legend also where the words of a language put the sign behind them', () => {
    const html = render(`das *Band*: ${bandSign}`);
    assert.match(html, /das \*Band\*: <span class="status-book-swatch/);
    assert.doesNotMatch(html, /[▓▒]/);
  });

  it('are left alone where they are part of a sentence', () => {
    assert.match(render(`see ${barText(0.5, undefined)} here`), /█/);
  });
});
