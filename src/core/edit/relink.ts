import { dequal } from 'dequal';
import { joined, withoutEnding } from '../index/fileNames';
import {
  namesOtherFile,
  type Reference,
  type ReferenceTarget,
  referencesOf,
  targetKey,
} from '../index/references';
import { caseless, comparable } from '../model/comparable';
import { t } from '../model/message';
import type { Page } from '../model/page';
import { nameWithoutEnding } from '../model/pageId';
import { Refusal } from '../model/refusal';
import { applyEdits, compareRanges, LineMap, type Range, type TextEdit } from '../model/text';
import { parsePage } from '../parse/parsePage';
import { valuesAtAnchor } from './anchors';
import { fileLinkEdits, fileTargets, placeOf } from './fileLinks';
import { relativePath, rewrittenLink } from './linkText';
import { rewrittenScalar } from './scalarText';

/** What pages and files are called from now on, each from its old name to its new one. All paths have one root. */
export interface Renaming {
  /** By old id in NFC. */
  readonly ids: ReadonlyMap<string, string>;
  readonly paths: ReadonlyMap<string, string>;
  /** Files and folders that move; what is in a folder moves with it. */
  readonly moves?: ReadonlyMap<string, string>;
  /** Whether a wiki link of a page will name a file once all is renamed; both paths are the new ones. */
  willName?(target: WikiTarget, path: string): boolean;
  /** The file that a wiki link names, where no page has that id, and the folder of its book. */
  fileOf?(target: WikiTarget): NamedFile | undefined;
  /** A page whose own `id` field changes. */
  readonly ownId?: { readonly path: string; readonly id: string };
}

export type WikiTarget = { readonly id: string; readonly from: string };

export interface NamedFile {
  readonly path: string;
  /** Empty, or with a slash at its end. */
  readonly root: string;
}

/** A reference, and what it is to name instead; for a path, from the page's new place. */
export interface Relink {
  readonly reference: Reference;
  readonly to: Reference['target'];
}

/** The references of a page that have to be written otherwise to mean the same pages as before. */
export function relinksOf(page: Page, renaming: Renaming): Relink[] {
  const newFrom = renaming.paths.get(page.path) ?? page.path;
  return referencesOf(page).flatMap((reference): Relink[] => {
    const { target } = reference;
    const to = newTarget(target, renaming);
    const isSame =
      'path' in target && 'path' in to
        ? relativePath(page.path, target.path) === relativePath(newFrom, to.path)
        : 'id' in target && 'id' in to && comparable(target.id) === comparable(to.id);
    return isSame ? [] : [{ reference, to }];
  });
}

function newTarget(target: ReferenceTarget, renaming: Renaming): ReferenceTarget {
  const { ids, paths } = renaming;
  if ('path' in target) return { path: paths.get(target.path) ?? target.path };
  const { id, from } = target;
  if (from === undefined) return { id: ids.get(comparable(id)) ?? id };
  const name = withoutEnding(id);
  const newId = ids.get(comparable(name));
  return {
    id: newId === undefined ? newWikiName({ id, from }, renaming) : newId + id.slice(name.length),
    from,
  };
}

/** What a wiki link that names a file is to say when files or its page have moved. */
function newWikiName(target: WikiTarget, renaming: Renaming): string {
  const { paths, fileOf } = renaming;
  const { id, from } = target;
  const newFrom = paths.get(from) ?? from;
  const file = fileOf?.(target);
  if (!file && newFrom !== from && namesOtherFile({ target })) return newFileName(target, newFrom, renaming);
  const newPath = file && (paths.get(file.path) ?? file.path);
  if (!file || !newPath?.startsWith(file.root)) return id;
  const hasMoved = newPath !== file.path || newFrom !== from;
  const usual = hasMoved ? usualName(target, file, newFrom, newPath) : id;
  const ending = id.slice(withoutEnding(id).length);
  const fromRoot = withoutEnding(newPath.slice(file.root.length));
  // Another page or file of that name may be nearer by then.
  const names = [usual, ...[fromRoot, `/${fromRoot}`].map((path) => path + ending)];
  return names.find((name) => renaming.willName?.({ id: name, from: newFrom }, newPath) ?? true) ?? usual;
}

function usualName({ id, from }: WikiTarget, file: NamedFile, newFrom: string, newPath: string): string {
  const name = withoutEnding(id);
  const ending = id.slice(name.length);
  if (!name.includes('/')) {
    return caseless(nameWithoutEnding(newPath)) === caseless(name) ? id : nameWithoutEnding(newPath) + ending;
  }
  const here = joined(from.split('/').slice(0, -1), name);
  const isRelative = !name.startsWith('/') && caseless(here ?? '') === caseless(withoutEnding(file.path));
  const slash = name.startsWith('/') ? '/' : '';
  const path = isRelative ? relativePath(newFrom, newPath) : slash + newPath.slice(file.root.length);
  const written = isRelative && name.startsWith('./') && !path.startsWith('../') ? `./${path}` : path;
  return withoutEnding(written) === name ? id : withoutEnding(written) + ending;
}

/** The same for a picture or another file that a wiki link names by its path from the page, as in `![[../a.png]]`. */
function newFileName({ id, from }: WikiTarget, newFrom: string, renaming: Renaming): string {
  const target = /^\.{1,2}\//.test(id) ? joined(from.split('/').slice(0, -1), id) : undefined;
  if (target === undefined) return id;
  const path = relativePath(newFrom, placeOf(target, renaming));
  return path.startsWith('../') ? path : `./${path}`;
}

/**
 * The edits of a page that a renaming makes necessary: of its references in all forms, and of its own `id` field. They
 * change the characters of the names alone; quotes, comments, anchors and aliases stay. Empty for a text that is no page.
 *
 * @param path where the page was before the renaming
 * @param parse how the text is read
 * @throws Refusal where the result would not read back as meant
 */
export function relinkEdits(
  path: string,
  source: string,
  renaming: Renaming,
  parse: (path: string, source: string) => Page | undefined = parsePage,
): TextEdit[] {
  const page = parse(path, source);
  if (!page) return [];
  // A byte-order mark stands outside of all lines and columns.
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  const writer = new Writer(page, text, renaming);
  const fileEdits = fileLinkEdits(page, text, renaming);
  for (const relink of relinksOf(page, renaming)) writer.relink(relink);
  const { ownId } = renaming;
  if (ownId?.path === path && page.idRange) writer.value(page.idRange, page.id, ownId.id);
  const edits = [...writer.edits(), ...fileEdits].sort((a, b) => compareRanges(a.range, b.range));
  if (edits.length === 0) return [];
  const newText = applyEdits(text, edits);
  const after = parse(renaming.paths.get(path) ?? path, newText);
  const areFilesMeant =
    fileEdits.length === 0 ||
    (after && dequal(fileTargets(after, newText), fileTargets(page, text, renaming)));
  if (!areFilesMeant || !readsAsMeant(page, after, renaming)) {
    throw new Refusal(t`${path} could not be changed safely. Please change it by hand.`);
  }
  return edits;
}

class Writer {
  private readonly lines: LineMap;
  private readonly found: TextEdit[] = [];
  /** Aliases whose value must change where it is anchored, with that value. */
  private readonly aliases = new Map<string, { range: Range; from: string; to: string }>();

  constructor(
    private readonly page: Page,
    private readonly text: string,
    private readonly renaming: Renaming,
  ) {
    this.lines = new LineMap(text);
  }

  relink({ reference, to }: Relink): void {
    const { form, range, target } = reference;
    if ('path' in to) {
      if ('path' in target) this.path(range, target.path, to.path);
    } else if (form === 'wiki') this.found.push({ range, newText: to.id });
    else if ('id' in target) this.value(range, target.id, to.id);
  }

  /** Changes a value of the front matter. */
  value(range: Range, from: string, to: string): void {
    const written = this.textAt(range);
    if (written.startsWith('*')) {
      const { line, character } = range.start;
      this.aliases.set(`${line}:${character}:${from}`, { range, from, to });
      return;
    }
    this.found.push({ range, newText: rewrittenScalar(written, from, to) });
  }

  edits(): TextEdit[] {
    for (const { range, from, to } of this.aliases.values()) {
      for (const place of valuesAtAnchor(this.text, this.lines, range, from)) {
        const isDone = this.found.some(({ range: done }) => compareRanges(done, place) === 0);
        if (!isDone) this.value(place, from, to);
      }
    }
    return this.found.sort((a, b) => compareRanges(a.range, b.range));
  }

  private path(range: Range, from: string, to: string): void {
    const { page, renaming } = this;
    const written = this.textAt(range);
    const start = this.lines.offsetAt(range.start);
    const newFrom = renaming.paths.get(page.path) ?? page.path;
    const oldPath = relativePath(page.path, from);
    const change = rewrittenLink(written, oldPath, relativePath(newFrom, to), this.text[start - 1] === '<');
    if (!change) return;
    this.found.push({
      range: this.lines.rangeOf(start + change.start, start + change.end),
      newText: change.newText,
    });
  }

  private textAt({ start, end }: Range): string {
    return this.text.slice(this.lines.offsetAt(start), this.lines.offsetAt(end));
  }
}

/** True where every reference names after the edits what it is to name, and nothing else of the page has changed. */
function readsAsMeant(page: Page, after: Page | undefined, renaming: Renaming): boolean {
  const { ownId } = renaming;
  if (!after || after.syntaxFaults.length !== page.syntaxFaults.length) return false;
  if (after.fields.length !== page.fields.length) return false;
  if (after.body.headings.length !== page.body.headings.length) return false;
  if (ownId?.path === page.path && page.idRange && after.id !== ownId.id) return false;
  const wanted = referencesOf(page).map(({ target }) => targetKey(newTarget(target, renaming)));
  const found = referencesOf(after).map(({ target }) => targetKey(target));
  return wanted.length === found.length && wanted.every((target, index) => target === found[index]);
}
