import assert from 'node:assert/strict';
import { dashboardLabels } from '../../../src/core/report/dashboard/labels';
import { Words } from '../../../src/core/words/words';
import { dashboardHtml } from '../../../src/extension/dashboard/dashboardHtml';
import {
  readDashboardState,
  readWebviewMessage,
  protocolVersion as version,
} from '../../../src/shared/dashboardProtocol';
import { english } from '../support/english';

describe('A message from the webview', () => {
  it('is taken as it is meant', () => {
    for (const message of [
      { version, type: 'ready' },
      { version, type: 'ready', book: 'file:///b' },
      { version, type: 'choose', book: 'file:///b' },
      { version, type: 'open', place: { path: 'a.md', line: 3 }, beside: true },
      { version, type: 'run', command: 'statusBook.newPage', pageType: 'budget' },
    ]) {
      assert.deepEqual(readWebviewMessage(message), message);
    }
  });

  it('is none where it is of another version, asks for another command or is of another shape', () => {
    for (const message of [
      undefined,
      null,
      'ready',
      { type: 'ready' },
      { version: version + 1, type: 'ready' },
      { version, type: 'run', command: 'workbench.action.terminal.new' },
      { version, type: 'run', command: 'constructor' },
      { version, type: 'open', place: 'a.md' },
      { version, type: 'open', place: { path: 7 } },
      { version, type: 'choose' },
      { version, type: 'delete', place: { path: 'a.md' } },
    ]) {
      assert.equal(readWebviewMessage(message), undefined, JSON.stringify(message));
    }
  });

  it('loses a line that is no line', () => {
    for (const line of [-1, 1.5, '3', Number.NaN]) {
      const read = readWebviewMessage({ version, type: 'open', place: { path: 'a.md', line } });
      assert.deepEqual(read, { version, type: 'open', place: { path: 'a.md' }, beside: false });
    }
  });
});

describe('The state that was kept', () => {
  it('comes back as it was', () => {
    const state = { version, book: 'b', open: ['time-data'], scroll: 120 };
    assert.deepEqual(readDashboardState(state), state);
  });

  it('is empty where it is of another version or broken', () => {
    const empty = { version, open: [], scroll: 0 };
    for (const state of [undefined, 7, {}, { version: 0, open: ['a'] }]) {
      assert.deepEqual(readDashboardState(state), empty);
    }
    assert.deepEqual(readDashboardState({ version, open: 'all', scroll: Number.POSITIVE_INFINITY }), empty);
  });
});

describe('The page of the dashboard', () => {
  const assets = {
    language: 'en',
    labels: english.spoken(dashboardLabels),
    script: 'S',
    styles: ['C', 'D'],
    cspSource: 'https://own',
    nonce: 'N0',
  };
  const html = dashboardHtml(assets);

  it('lets in its own script by nonce and its own style sheet, nothing else', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
    assert.equal(
      policy,
      "default-src 'none'; script-src 'nonce-N0'; style-src https://own; base-uri 'none'; form-action 'none';",
    );
  });

  it('has no script or style of its own', () => {
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.match(html, /<script nonce="N0" src="S"><\/script>/);
    assert.doesNotMatch(html, /<style|style=|\son\w+=/);
  });

  it('is in the language of its labels', () => {
    const german = new Words('de', (pattern) =>
      pattern === 'Reading the book…' ? 'Das Buch wird gelesen…' : pattern,
    );
    const page = dashboardHtml({
      ...assets,
      language: german.locale,
      labels: german.spoken(dashboardLabels),
    });
    assert.match(page, /<html lang="de">/);
    assert.match(page, /role="status">Das Buch wird gelesen…</);
  });

  it('hands over its labels whatever characters a language needs', () => {
    const odd = new Words('fr', (pattern) => `"<b>&amp;' ${pattern}`);
    const labels = odd.spoken(dashboardLabels);
    const page = dashboardHtml({ ...assets, labels });
    assert.doesNotMatch(page, /<b>/);
    const attribute = /data-labels="([^"]*)"/.exec(page)?.[1] ?? '';
    const read = attribute.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    assert.deepEqual(JSON.parse(read), labels);
  });
});
