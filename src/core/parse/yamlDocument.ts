import { type Document, parseDocument } from 'yaml';

/**
 * Front matter as the YAML library reads it: YAML 1.2 core, nothing merged, nothing printed. Places in it are those of
 * the text.
 *
 * @param source.keepSourceTokens true where single characters are to be changed
 */
export function yamlDocument(yaml: string, source: { readonly keepSourceTokens?: true } = {}): Document {
  // The library does not know a lone CR as the end of a line.
  return parseDocument(yaml.replace(/\r(?!\n)/g, '\n'), {
    version: '1.2',
    schema: 'core',
    uniqueKeys: false, // quadratic in the library; parseYaml looks for them
    merge: false,
    prettyErrors: false,
    logLevel: 'silent',
    ...source,
  });
}
