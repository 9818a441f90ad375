import assert from 'node:assert/strict';
import { plainText } from '../../../src/extension/plainText';

/** What VS Code makes links of in notifications. */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)/;

describe('Plain text for notifications', () => {
  it('holds no link whatever a page is called', () => {
    const hostile = 'See [here](command:workbench.action.quit) and [](https://example.org)';
    assert.match(hostile, link);
    assert.doesNotMatch(plainText(hostile), link);
  });

  it('reads as it was written', () => {
    assert.equal(plainText('[a] (b) a](b').replaceAll('\u200b', ''), '[a] (b) a](b');
  });
});
