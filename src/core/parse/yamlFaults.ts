import type { ErrorCode, YAMLError } from 'yaml';
import { type Text, t } from '../model/message';

const quoted = (what: Text): Text => t`${what} Put the whole value in quotes: title: "Fix: x".`;

/** What is wrong and what to do, for each code of the YAML library; where one covers several faults, see `special`. */
const messages: Readonly<Record<ErrorCode, Text>> = {
  ALIAS_PROPS: t`A value that begins with * stands for another one and can carry no mark of its own. Delete the mark before it.`,
  BAD_ALIAS: t`A value that begins with * or & needs a name behind it. Put the value in quotes if the sign is part of it.`,
  BAD_DIRECTIVE: t`A line that begins with % says something to YAML itself. Delete it, or put the value in quotes.`,
  BAD_DQ_ESCAPE: t`A backslash in double quotes begins a code that does not exist. Write two backslashes, or use single quotes.`,
  BAD_INDENT: t`A line does not stand below the line that it belongs to. Give the lines of one list or object the same number of spaces in front.`,
  BAD_PROP_ORDER: t`A mark that begins with & or ! stands at the wrong place. Delete it, or put the value in quotes.`,
  BAD_SCALAR_START: t`A value in the front matter starts with a character that YAML keeps for itself. Put the value in quotes.`,
  BLOCK_AS_IMPLICIT_KEY: quoted(t`The front matter has a colon where none can stand.`),
  BLOCK_IN_FLOW: t`A line with “name:” or “- ” stands inside brackets. Write the value within one line, or without the brackets.`,
  DUPLICATE_KEY: t`A name stands twice. Keep one of them.`,
  IMPOSSIBLE: t`This cannot be read. Put the value in quotes.`,
  KEY_OVER_1024_CHARS: t`The name of a field is far too long, or a colon stands within a long text. Put the whole value in quotes.`,
  MISSING_CHAR: t`A character is missing here. Put the whole value in quotes.`,
  MULTILINE_IMPLICIT_KEY: t`A line of the front matter has no colon behind its name. Write it as “name: value”.`,
  MULTIPLE_ANCHORS: t`A value has two marks that begin with &. Keep one of them, or put the value in quotes.`,
  MULTIPLE_DOCS: t`The front matter ends here for YAML: nothing behind it would be read. Delete the line of “---” or “...”.`,
  MULTIPLE_TAGS: t`A value has two marks that begin with !. Keep one of them, or put the value in quotes.`,
  NON_STRING_KEY: t`The name of a field is not a plain word. Write it as “name: value”.`,
  RESOURCE_EXHAUSTION: t`This is nested too deep. Write it flatter, or move it into the page’s body.`,
  TAB_AS_INDENT: t`The front matter is indented with a tab; YAML wants spaces. Replace the tab by two spaces.`,
  TAG_RESOLVE_FAILED: t`A mark that begins with ! does not fit its value. Delete it, or put the value in quotes.`,
  UNEXPECTED_TOKEN: t`Something stands here that does not belong to the value. Put the whole value in quotes, or delete what is too much.`,
  BAD_COLLECTION_TYPE: t`A mark that begins with ! does not fit its value. Delete it, or put the value in quotes.`,
};

/** Faults that share a code with others, by what the library says of them. */
const special: readonly (readonly [saying: RegExp, message: Text])[] = [
  [
    /^Missing closing ["']quote/,
    t`A quotation mark is opened and never closed. Write the same mark at the end of the value.`,
  ],
  [
    /^Missing closing|must end with a [\]}]|enclosed.*must be|^Expected flow (?:map|sequence).*end/i,
    t`A bracket is opened and never closed. Write ] or } at the end of the value.`,
  ],
  [
    /^Missing , /,
    t`A comma is missing between two values in brackets. Write it, or put the value in quotes.`,
  ],
  [/^Missing space after :/, t`A blank is missing behind the colon. Write it as “name: value”.`],
  [
    /^Comments must be separated/,
    t`A # without a blank before it begins no remark. Write a blank before it, or put the value in quotes.`,
  ],
  [
    /^Sequence item without/,
    t`An item of a list has no “- ” in front. Write it, with the same number of spaces as the others.`,
  ],
  [
    /^Implicit map keys need/,
    t`A line of the front matter has no colon behind its name. Write it as “name: value”.`,
  ],
  [
    /^Tags and anchors must/,
    t`A mark that begins with & or ! needs a blank behind it. Write the blank, or put the value in quotes.`,
  ],
  [
    /^Missing directives-end/,
    t`A line that begins with % says something to YAML itself. Delete it, or put the value in quotes.`,
  ],
  [/^Unexpected empty item|^Unexpected ,/, t`A comma in brackets has no value before it. Delete the comma.`],
  [
    /^Unexpected flow-(?:map|seq)-end|^Unexpected [\]}]/,
    t`A closing bracket has no opening one. Delete it, or put the value in quotes.`,
  ],
  [
    /^Block scalar header/,
    t`Text stands behind | or >, which begin a text of several lines. Write it on the next line, or put the value in quotes.`,
  ],
  [
    /^Unexpected (?:double|single)-quoted-scalar|^Unexpected scalar/,
    t`Something stands behind the value. Put the whole value in quotes, or delete what is too much.`,
  ],
];

/** A fault of the YAML library in words of ours: none of its own reaches the user. */
export function yamlFault({ code, message }: Pick<YAMLError, 'code' | 'message'>): Text {
  const [, said] = special.find(([saying]) => saying.test(message)) ?? [];
  return said ?? messages[code] ?? messages.IMPOSSIBLE;
}
