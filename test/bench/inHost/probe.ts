/** A time in which the host did nothing else; milliseconds, `at` on the clock of `performance.now()`. */
export interface Block {
  readonly at: number;
  readonly length: number;
  /** What the processor worked for this thread meanwhile, where the host can tell. */
  readonly busy?: number;
}

/** What the measured extension and the suite tell each other, being in one host. */
export interface Probe {
  readonly startedAt: number;
  loaded?: number;
  returned?: number;
  ready?: number;
  /** When a view’s own rows came back. */
  readonly rows: { readonly view: string; readonly at: number }[];
  /** When diagnostics of a page were handed to VS Code, by its URI; how long the thread had worked by then. */
  readonly sent: Map<string, { readonly at: number; readonly worked: number | undefined }>;
  lastSent: number;
  readonly blocks: Block[];
  storage?: string;
}

const shortestBlock = 10;

interface ThreadClock {
  threadCpuUsage?(): { readonly user: number; readonly system: number };
}

/** Begins to watch the host; called before the extension is loaded. */
export function startProbe(): Probe {
  const probe: Probe = { startedAt: performance.now(), rows: [], sent: new Map(), lastSent: 0, blocks: [] };
  Reflect.set(globalThis, key, probe);
  const host = globalThis as { readonly process?: ThreadClock };
  const processor = (): number | undefined => {
    const usage = host.process?.threadCpuUsage?.();
    return usage && (usage.user + usage.system) / 1000;
  };
  let last = performance.now();
  let worked = processor();
  const tick = (): void => {
    const now = performance.now();
    const working = processor();
    if (now - last >= shortestBlock) {
      const busy = working === undefined || worked === undefined ? {} : { busy: working - worked };
      probe.blocks.push({ at: last, length: now - last, ...busy });
    }
    last = now;
    worked = working;
    setTimeout(tick, 1);
  };
  setTimeout(tick, 1);
  return probe;
}

const key = 'statusBookProbe';

export function currentProbe(): Probe {
  const probe = Reflect.get(globalThis, key) as Probe | undefined;
  if (!probe) throw new Error('The measured extension has not been started.');
  return probe;
}

/** The longest block, as far as it is within a time. */
export function longestBlock({ blocks }: Probe, from: number, to: number): Block {
  let longest: Block = { at: from, length: 0 };
  for (const { at, length, busy } of blocks) {
    const begin = Math.max(at, from);
    const within = Math.min(at + length, to) - begin;
    if (within <= longest.length) continue;
    longest = {
      at: begin,
      length: within,
      ...(busy === undefined ? {} : { busy: (busy * within) / length }),
    };
  }
  return longest;
}

interface LoopClock {
  eventLoopUtilization?(): { readonly active: number };
}

/** Milliseconds that the host's thread has worked so far, where it can tell. */
export function workedSoFar(): number | undefined {
  return (performance as LoopClock).eventLoopUtilization?.().active;
}
