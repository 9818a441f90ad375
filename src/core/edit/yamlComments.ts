import { Lexer } from 'yaml';
import { splitFrontMatter } from '../parse/splitFrontMatter';

/** The remarks (`# …`) in the front matter of a text, in their order. */
export function yamlComments(text: string): string[] {
  const yaml = splitFrontMatter(text)?.yaml ?? '';
  if (!yaml.includes('#')) return [];
  const comments: string[] = [];
  let isScalar = false;
  for (const lexeme of new Lexer().lex(yaml.replace(/\r\n?/g, '\n'))) {
    if (lexeme.startsWith('#') && !isScalar) comments.push(lexeme.trimEnd());
    isScalar = lexeme === scalarMark;
  }
  return comments;
}

/** The lexer puts this before plain scalars and the lines of blocks. */
const scalarMark = '\u001f';
