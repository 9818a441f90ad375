import assert from 'node:assert/strict';
import { dashboardParts, sectionIds } from '../../../src/core/report/dashboard';
import { DashboardFeed } from '../../../src/extension/dashboard/dashboardFeed';
import type { HostMessage } from '../../../src/shared/dashboardProtocol';
import { bookOf, type Files, log, today } from '../support/books';
import { english } from '../support/english';

/** A feed whose waiting the test ends, with all that it sent. */
function feedOf(files: Files) {
  let book: Files | undefined = files;
  let computed = 0;
  const sent: HostMessage[] = [];
  const waiting: { milliseconds: number; end(): void }[] = [];
  const feed = new DashboardFeed({
    compute: () => {
      if (!book) return undefined;
      computed++;
      const name = { root: 'b', title: 'Book' };
      return {
        head: { book: name, books: [name], day: 'Monday' },
        parts: [...dashboardParts(bookOf(book), today)].map((part) => english.spoken(part)),
      };
    },
    send: (message) => sent.push(message),
    wait: (milliseconds) => new Promise((end) => waiting.push({ milliseconds, end })),
  });
  return {
    feed,
    sent,
    computed: () => computed,
    change: (changed: Files | undefined) => {
      book = changed;
    },
    /** Ends all waits until nobody waits any more. */
    async settle(): Promise<void> {
      for (let idle = 0; idle < 3; idle++) {
        while (waiting.length > 0) {
          idle = 0;
          waiting.shift()?.end();
          await Promise.resolve();
        }
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

function sectionsOf(message: HostMessage | undefined): string[] {
  return message?.type === 'update' ? Object.keys(message.sections).sort() : [];
}

const oneHour = { 'l.md': log('2026-11-20', '1h liaison') };
const twoHours = { 'l.md': log('2026-11-20', '2h liaison') };

describe('The feed of the dashboard', () => {
  it('sends everything to a webview that has just begun', async () => {
    const { feed, sent, settle } = feedOf(oneHour);
    void feed.start();
    await settle();
    assert.equal(sent.length, 1);
    assert.deepEqual(sectionsOf(sent[0]), [...sectionIds].sort());
  });

  it('sends only what a change has changed', async () => {
    const { feed, sent, settle, change } = feedOf(oneHour);
    void feed.start();
    await settle();
    change(twoHours);
    void feed.outdate();
    await settle();
    assert.deepEqual(sectionsOf(sent[1]), ['balance', 'headlines', 'time']);
  });

  it('sends nothing where a change changes nothing that is shown', async () => {
    const { feed, sent, settle, change } = feedOf(oneHour);
    void feed.start();
    await settle();
    change({ ...oneHour, 'notes.md': 'No page.' });
    void feed.outdate();
    await settle();
    assert.equal(sent.length, 1);
  });

  it('computes once for many changes in a row', async () => {
    const { feed, sent, computed, settle, change } = feedOf(oneHour);
    void feed.start();
    await settle();
    change(twoHours);
    for (let key = 0; key < 10; key++) void feed.outdate();
    await settle();
    assert.equal(computed(), 2);
    assert.equal(sent.length, 2);
  });

  it('computes nothing before the webview asks and while it is hidden', async () => {
    const { feed, sent, computed, settle, change } = feedOf(oneHour);
    void feed.outdate();
    await settle();
    assert.equal(computed(), 0);
    void feed.start();
    await settle();
    feed.stop();
    change(twoHours);
    void feed.outdate();
    await settle();
    assert.equal(computed(), 1);
    assert.equal(sent.length, 1);
  });

  it('sends everything again when the webview comes back', async () => {
    const { feed, sent, settle } = feedOf(oneHour);
    void feed.start();
    await settle();
    feed.stop();
    void feed.start();
    await settle();
    assert.deepEqual(sectionsOf(sent[1]), [...sectionIds].sort());
  });

  it('drops what it was computing when the book changes meanwhile', async () => {
    const { feed, sent, settle, change } = feedOf(oneHour);
    void feed.start();
    change(twoHours);
    void feed.outdate();
    await settle();
    assert.equal(sent.length, 1);
    const [message] = sent;
    assert.equal(message?.type === 'update' && message.sections.time?.bars[0]?.minutes, 120);
  });

  it('tells that there is no book any more', async () => {
    const { feed, sent, settle, change } = feedOf(oneHour);
    void feed.start();
    await settle();
    change(undefined);
    void feed.outdate();
    await settle();
    assert.equal(sent[1]?.type, 'no-book');
  });
});
