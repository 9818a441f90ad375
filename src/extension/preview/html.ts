import type MarkdownIt from 'markdown-it';
import type { PreviewLink } from '../../core/language/preview/previewLink';
import type { Text } from '../../core/model/message';
import { say } from '../ui/words';

/** Names of classes that the style sheet of the preview knows. */
export type PreviewClass = `status-book-${string}`;

/** Writes HTML; every text is escaped. */
export class Html {
  constructor(private readonly md: MarkdownIt) {}

  text(text: Text): string {
    return this.md.utils.escapeHtml(say(text));
  }

  /** An element with some text; a tooltip where there is something to explain. */
  span(names: PreviewClass | readonly PreviewClass[], text: Text, tooltip: Text = ''): string {
    return this.wrap('span', names, this.text(text), tooltip);
  }

  /** An element with HTML of this class. */
  wrap(tag: string, names: PreviewClass | readonly PreviewClass[], html: string, tooltip: Text = ''): string {
    const title = tooltip === '' ? '' : ` title="${this.text(tooltip)}"`;
    return `<${tag} class="${[names].flat().join(' ')}"${title}>${html}</${tag}>`;
  }

  /** A link to a page; text that says what is wrong where there is none. */
  link({ text, tooltip, href, lacksHeading, isPlain }: PreviewLink): string {
    if (isPlain) return this.text(text);
    if (href === undefined) return this.span('status-book-broken', text, tooltip);
    const names = lacksHeading ? 'status-book-link status-book-broken' : 'status-book-link';
    const target = this.text(href);
    return `<a class="${names}" href="${target}" data-href="${target}" title="${this.text(tooltip)}">${this.text(text)}</a>`;
  }

  checkbox(isChecked: boolean): string {
    return `<input class="status-book-checkbox" type="checkbox" disabled${isChecked ? ' checked' : ''}>`;
  }
}
