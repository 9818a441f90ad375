import { completionsAt } from '../../../src/core/language/completion/completion';
import type {
  CompletionItem,
  CompletionList,
  CompletionRequest,
} from '../../../src/core/language/completion/completionItem';
import type { Spoken } from '../../../src/core/model/message';
import { applyEdits, type Position } from '../../../src/core/model/text';
import { bookOf, type Files, today } from './books';
import { atCursor } from './cursor';
import { english } from './english';

export interface CompletionOptions extends Partial<Pick<CompletionRequest, 'today' | 'minutes' | 'trigger'>> {
  readonly files?: Files;
  readonly path?: string;
}

/** What is offered at the cursor of a page that stands in a small book. */
export function offered(marked: string, options: CompletionOptions = {}): Offered {
  const { text, position } = atCursor(marked);
  return offeredAt(text, position, options);
}

/** The same for a text with bars of its own. */
export function offeredAt(text: string, position: Position, options: CompletionOptions = {}): Offered {
  const { files = {}, path = 'page.md', ...rest } = options;
  const book = bookOf({ ...files, ...(path === 'book.md' ? {} : { [path]: text }) });
  const list = completionsAt({ book, path, text, position, today, minutes: 10 * 60 + 15, ...rest });
  return new Offered(text, english.spoken(list));
}

/** A list of completions, read as a user does. */
export class Offered {
  constructor(
    private readonly text: string,
    readonly list: Spoken<CompletionList> | undefined,
  ) {}

  get labels(): string[] {
    return this.list?.items.map(({ label }) => label) ?? [];
  }

  item(label: string): Spoken<CompletionItem> {
    const item = this.list?.items.find((candidate) => candidate.label === label);
    if (!item) throw new Error(`“${label}” is not among ${this.labels.join(', ')}`);
    return item;
  }

  /** The text once the item is taken: of a snippet with the texts of its stops. */
  taking(label: string): string {
    const item = this.item(label);
    const range = item.range ?? this.list?.range;
    if (!range) throw new Error('Nothing is offered');
    const newText = item.isSnippet ? plain(item.newText) : item.newText;
    return applyEdits(this.text, [...(item.additionalEdits ?? []), { range, newText }]);
  }
}

/** A snippet as it reads when nothing is typed into it. */
function plain(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^}]*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replace(/\\([\\$}])/g, '$1');
}
