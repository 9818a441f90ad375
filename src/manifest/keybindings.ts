import { viewId } from './viewIds';

/** In Markdown, where nothing else wants the key: no list of suggestions, no Vim outside of its insert mode. */
const typing = [
  'editorTextFocus',
  '!editorReadonly',
  'editorLangId == markdown',
  'statusBook.enterInEntries ==',
  '!editorHasSelection',
  '!editorHasMultipleSelections',
  '!suggestWidgetVisible',
  "(!vim.active || vim.mode == 'Insert')",
  "(!neovim.init || neovim.mode == 'insert')",
];

/** @param action what Enter does at the cursor, as the extension tells it */
function enterWhen(action: string): string {
  return typing.map((part) => (part.endsWith('==') ? `${part} ${action}` : part)).join(' && ');
}

/** The marker of the item above, and a place behind it. */
const nextItem = `\n\${TM_CURRENT_LINE/^\\s*([-*+]\\s+).*$/$1/}$0`;

/** The manifest’s `keybindings`: what the editor’s own commands do, so that no key is taken by code of ours. */
export const keybindings: readonly object[] = [
  {
    key: 'space',
    command: 'runCommands',
    args: { commands: ['list.toggleSelection', 'statusBook.commitment.toggle'] },
    when: `listFocus && focusedView == ${viewId('commitments')} && !treeElementHasChild && !inputFocus`,
  },
  {
    key: 'enter',
    command: 'runCommands',
    args: {
      commands: [
        { command: 'editor.action.insertSnippet', args: { snippet: nextItem } },
        'editor.action.inlineSuggest.trigger',
      ],
    },
    when: enterWhen('continue'),
  },
  { key: 'enter', command: 'deleteAllLeft', when: enterWhen('end') },
];
