import { contentHash } from '../../core/index/contentHash';

/**
 * The lines of a cache file: first what it is, last a sum over all before it. One that was cut off, damaged, or written
 * by another version is worth nothing, and nobody needs to be told: all in it can be made again.
 */
export function cacheText(kind: string, lines: readonly string[]): string {
  const content = `${kind}\n${lines.join('\n')}\n`;
  return `${content}${contentHash(content)}\n`;
}

/** The lines that `cacheText` was given; undefined for anything else. */
export function linesOfCache(kind: string, text: string): string[] | undefined {
  if (!text.startsWith(`${kind}\n`) || !text.endsWith('\n')) return undefined;
  const end = text.lastIndexOf('\n', text.length - 2) + 1;
  const content = text.slice(0, end);
  if (text.slice(end, -1) !== contentHash(content)) return undefined;
  const inner = content.slice(kind.length + 1, -1);
  return inner === '' ? [] : inner.split('\n');
}
