import type { PreviewContext } from '../../core/language/preview/previewLink';
import type { Page } from '../../core/model/page';

/** What the preview knows of books. */
export interface PreviewBooks {
  /**
   * The book of the page that is being rendered; undefined where it is not known, or not yet.
   *
   * @param environment what VS Code hands to the renderer; `currentDocument` is the page’s URI
   */
  contextOf(environment: unknown, page: Page): PreviewContext | undefined;
  /** Whether front matter is shown as a card. */
  showsCard(): boolean;
}
