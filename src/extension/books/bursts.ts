import { inBackground } from '../ui/background';
import { afterPause, type Later } from './later';

/** Events of the file system come in bursts: so many milliseconds without one end it, */
const burstPause = 100;
/** and so many after its first one at most. */
const maxBurst = 1000;

/** What happened to a place: a page, or something that is none and may be a folder. */
export type FileEvent = 'page' | 'came' | 'changed' | 'gone';

/** What came together, each place once for each kind of event. */
export type Burst<Place> = Readonly<Record<FileEvent, readonly Place[]>>;

/** Collects events, so that a thousand of them make for one look. The next burst waits until the look is done. */
export class Bursts<Place> {
  private readonly collected = new Map<string, readonly [event: FileEvent, place: Place]>();
  private takeBackPause = (): void => undefined;
  private takeBackLimit = (): void => undefined;
  private isTaking = false;

  constructor(
    private readonly keyOf: (place: Place) => string,
    private readonly take: (burst: Burst<Place>) => Promise<unknown>,
    private readonly later: Later = afterPause,
  ) {}

  add(event: FileEvent, place: Place): void {
    const isFirst = this.collected.size === 0;
    this.collected.set(`${event} ${this.keyOf(place)}`, [event, place]);
    if (this.isTaking) return;
    this.takeBackPause();
    this.takeBackPause = this.later(() => this.end(), burstPause);
    if (isFirst) this.takeBackLimit = this.later(() => this.end(), maxBurst);
  }

  dispose(): void {
    this.takeBackPause();
    this.takeBackLimit();
    this.collected.clear();
  }

  private end(): void {
    this.takeBackPause();
    this.takeBackLimit();
    const burst: Record<FileEvent, Place[]> = { page: [], came: [], changed: [], gone: [] };
    for (const [event, place] of this.collected.values()) burst[event].push(place);
    this.collected.clear();
    this.isTaking = true;
    inBackground(this.take(burst).finally(() => this.goOn()));
  }

  private goOn(): void {
    this.isTaking = false;
    if (this.collected.size > 0) this.takeBackPause = this.later(() => this.end(), burstPause);
  }
}
