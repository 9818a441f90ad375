import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { t } from '../model/message';
import { Refusal } from '../model/refusal';

/** The text of a scalar with quotes, as it stands in front matter, with another value; quotes stay or are added where YAML needs them. */
export function rewrittenScalar(written: string, oldValue: string, newValue: string): string {
  const first = written[0];
  if (first === "'")
    return replaceOnce(written, quoted(oldValue), quoted(newValue)) ?? `'${quoted(newValue)}'`;
  if (first === '"') {
    const inner = (value: string): string => JSON.stringify(value).slice(1, -1);
    return replaceOnce(written, inner(oldValue), inner(newValue)) ?? JSON.stringify(newValue);
  }
  if (first === '|' || first === '>') {
    const block = replaceOnce(written, oldValue, newValue);
    if (block === undefined) throw new Refusal(t`A block of text cannot be rewritten.`);
    return block;
  }
  return readsPlain(newValue) ? newValue : JSON.stringify(newValue);
}

function quoted(value: string): string {
  return value.replaceAll("'", "''");
}

function replaceOnce(text: string, from: string, to: string): string | undefined {
  const at = text.indexOf(from);
  return at < 0 ? undefined : text.slice(0, at) + to + text.slice(at + from.length);
}

/** True where YAML reads a value back as it is, without quotes and wherever it may stand. */
function readsPlain(value: string): boolean {
  const document = parseDocument(`{a: [${value}], b: ${value} }`, {
    version: '1.2',
    schema: 'core',
    logLevel: 'silent',
    prettyErrors: false,
  });
  const { contents } = document;
  if (document.errors.length > 0 || !isMap(contents) || contents.items.length !== 2) return false;
  const list = contents.get('a', true);
  const single = contents.get('b', true);
  return (
    isSeq(list) &&
    list.items.length === 1 &&
    [list.items[0], single].every(
      (node) => isScalar(node) && node.type === 'PLAIN' && node.source === value && node.value !== null,
    )
  );
}
