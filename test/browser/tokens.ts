// Tokens as VS Code sees them: its own grammars with those that the manifest injects, by its own engine.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, type IOnigLib, parseRawGrammar, Registry } from 'vscode-textmate';
import { projectFolder } from '../host/folders.mjs';
import { installHost } from '../host/install.mjs';

/** A piece of text with its scopes from the outermost inwards, the language’s own left out. */
export interface Token {
  text: string;
  line: number;
  /** From 0, in UTF-16 units. */
  start: number;
  scopes: string[];
}

interface Manifest {
  contributes?: { grammars?: { scopeName: string; path: string; injectTo?: string[] }[] };
}

const markdown = 'text.html.markdown';

/** VS Code’s Markdown grammar, with the grammars of this extension or as it is without them. */
export async function markdownGrammar(withOwn = true): Promise<IGrammar> {
  const { vscode } = await installHost();
  const files = new Map<string, string>();
  const injected: string[] = [];
  const add = (folder: string, own: boolean): void => {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
    for (const { scopeName, path, injectTo } of manifest.contributes?.grammars ?? []) {
      files.set(scopeName, join(folder, path));
      if (own && injectTo?.includes(markdown)) injected.push(scopeName);
    }
  };
  const builtIn = join(vscode, 'extensions');
  for (const entry of readdirSync(builtIn, { withFileTypes: true })) {
    if (entry.isDirectory()) add(join(builtIn, entry.name), false);
  }
  if (withOwn) add(projectFolder, true);
  const registry = new Registry({
    onigLib: oniguruma(),
    getInjections: (scope) => (scope === markdown ? injected : undefined),
    loadGrammar: async (scope) => {
      const file = files.get(scope);
      return file === undefined ? null : parseRawGrammar(readFileSync(file, 'utf8'), file);
    },
  });
  const grammar = await registry.loadGrammar(markdown);
  if (!grammar) throw new Error('VS Code has no grammar for Markdown');
  return grammar;
}

let engine: Promise<IOnigLib> | undefined;

function oniguruma(): Promise<IOnigLib> {
  const wasm = createRequire(__filename).resolve('vscode-oniguruma/release/onig.wasm');
  engine ??= loadWASM({ data: readFileSync(wasm) }).then(() => ({ createOnigScanner, createOnigString }));
  return engine;
}

export function tokensOf(grammar: IGrammar, text: string): Token[] {
  let state = INITIAL;
  return text.split('\n').flatMap((lineText, line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(lineText, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: lineText.slice(startIndex, endIndex),
      line,
      start: startIndex,
      scopes: scopes.slice(1),
    }));
  });
}

const ownSuffix = '.status-book';

/** What this extension marks, each with its innermost scope, without the suffix that its scopes have in common. */
export function marked(grammar: IGrammar, text: string): [text: string, scope: string][] {
  return tokensOf(grammar, text).flatMap(({ text: piece, scopes }): [string, string][] => {
    const own = scopes.filter((scope) => scope.endsWith(ownSuffix) && !isContainer(scope)).pop();
    return own === undefined ? [] : [[piece, own.slice(0, -ownSuffix.length)]];
  });
}

/** True for the scope of a whole construct, which says nothing of its parts. */
function isContainer(scope: string): boolean {
  return /^meta\.(?:time-entry|commitment|task|link|page)\./.test(scope);
}
