import { jsonLine } from '../plainText';
import type { ListResult } from './listResult';

export function listJson({ pages }: ListResult): string {
  const result = {
    version: 1,
    pages: pages.map(({ id, type, title, path, fields }) => ({ id, type, title, path, fields })),
  };
  return jsonLine(result);
}
