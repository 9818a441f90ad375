import GithubSlugger from 'github-slugger';
import { collapseWhitespace } from '../../markdown';
import type { Heading } from '../../model/bodyScan';
import { caseless } from '../../model/comparable';
import type { Page } from '../../model/page';

/**
 * The headings of a page as links name them: by their text, in wiki links, or by the anchor that VS Code and GitHub
 * make of it (`#our-answer`, a second one `#our-answer-1`). Case does not matter; of equal texts the first is meant.
 */
export class HeadingNames {
  private readonly byText = new Map<string, number>();
  private readonly byAnchor = new Map<string, number>();
  private readonly anchors: string[] = [];

  constructor(readonly headings: readonly Heading[]) {
    const slugger = new GithubSlugger();
    for (const [index, { text }] of headings.entries()) {
      const anchor = slugger.slug(text.trim());
      this.anchors.push(anchor);
      if (!this.byText.has(textKey(text))) this.byText.set(textKey(text), index);
      this.byAnchor.set(caseless(anchor), index);
    }
  }

  /** The anchor of the heading at an index. */
  anchorOf(index: number): string {
    return this.anchors[index] as string;
  }

  /** The index of the heading that a link names by what stands behind its `#`; -1 where there is none. */
  indexOf(name: string): number {
    return this.byText.get(textKey(name)) ?? this.byAnchor.get(caseless(decoded(name).trim())) ?? -1;
  }

  /** True where a link names its heading by its text rather than by its anchor. */
  isText(name: string): boolean {
    return this.byText.has(textKey(name));
  }
}

/** The heading of a page that a link names. */
export function headingNamed(page: Page, name: string): Heading | undefined {
  const names = new HeadingNames(page.body.headings);
  return names.headings[names.indexOf(name)];
}

function textKey(text: string): string {
  return caseless(collapseWhitespace(text));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
