import type { Finding } from '../core/model/finding';
import { LineMap } from '../core/model/text';

/** The lines that findings stand on. They are asked for file by file, so one file at a time is kept. */
export class LinesOfFiles {
  private last?: { readonly path: string; readonly map: LineMap };

  constructor(private readonly textOf: (path: string) => string | undefined) {}

  lineOf({ path, range }: Pick<Finding, 'path' | 'range'>): string {
    if (this.last?.path !== path) this.last = { path, map: new LineMap(this.textOf(path) ?? '') };
    return this.last.map.lineText(range.start.line);
  }
}
