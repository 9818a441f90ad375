// Runs inside VS Code beside the measured extension, and prints what it measured as one line.
import * as vscode from 'vscode';
import { keystrokesIn, type Typing } from './keystrokes';
import { type Block, currentProbe, longestBlock, type Probe } from './probe';

/** Milliseconds from the beginning of the extension's activation. */
export interface Activation {
  /** Its code is loaded. */
  readonly loaded: number;
  readonly ready: number;
  /** The rows of the Activities view are with VS Code. */
  readonly filled: number;
  /** The last diagnostics are with VS Code. */
  readonly diagnosed: number;
  /** On the clock of the machine, as milliseconds since 1970. */
  readonly filledAt: number;
  /** While code is loaded and put together; after that until the tree is filled; after that until all is calm. */
  readonly blocks: Readonly<Record<'loading' | 'reading' | 'diagnosing', Block>>;
}

export interface HostResult {
  readonly activation: Activation;
  readonly typing?: readonly Typing[];
}

const patience = 120_000;
const quietTime = 1500;

/** @param mark stands before the result in the line */
export async function runBench(withKeystrokes: boolean, mark: string): Promise<void> {
  await vscode.extensions.getExtension('product-status-book.product-status-book')?.activate();
  const probe = currentProbe();
  await until(() => probe.ready !== undefined, 'the books are read');
  await until(() => firstRows(probe) !== undefined, 'the Activities view has rows');
  await until(() => probe.lastSent > 0 && performance.now() - probe.lastSent > quietTime, 'all is diagnosed');
  const activation = activationOf(probe);
  await storageIsQuiet(probe);
  const typing = withKeystrokes ? await keystrokesIn(probe) : undefined;
  const result: HostResult = { activation, ...(typing ? { typing } : {}) };
  console.log(mark + JSON.stringify(result));
}

function activationOf(probe: Probe): Activation {
  const { startedAt, loaded = 0, returned = 0, ready = 0, lastSent } = probe;
  const filled = firstRows(probe) ?? 0;
  return {
    loaded: loaded - startedAt,
    ready: ready - startedAt,
    filled: filled - startedAt,
    diagnosed: lastSent - startedAt,
    filledAt: Date.now() - performance.now() + filled,
    blocks: {
      loading: longestBlock(probe, startedAt, returned),
      reading: longestBlock(probe, returned, filled),
      diagnosing: longestBlock(probe, filled, performance.now()),
    },
  };
}

/** Rows that came before the book was read are not what a user waits for. */
function firstRows({ rows, ready = Number.POSITIVE_INFINITY }: Probe): number | undefined {
  return rows.find(({ view, at }) => view === 'statusBook.activities' && at >= ready - 1)?.at;
}

async function until(isSo: () => boolean, what: string): Promise<void> {
  const end = performance.now() + patience;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`In two minutes it did not come about that ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Waits until nothing more is written for the next start. */
async function storageIsQuiet({ storage }: Probe): Promise<void> {
  if (!storage) return;
  let before = '';
  let same = 0;
  for (let look = 0; look < 30 && same < 3; look++) {
    const now = await contentOf(vscode.Uri.parse(storage));
    same = now === before ? same + 1 : 0;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

async function contentOf(folder: vscode.Uri): Promise<string> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    const sizes = entries.map(async ([name]) => {
      const { size, mtime } = await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, name));
      return `${name} ${size} ${mtime}`;
    });
    return (await Promise.all(sizes)).join('\n');
  } catch {
    return '';
  }
}
