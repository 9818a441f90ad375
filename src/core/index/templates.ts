import { newPageTypes } from '../schema/schema';

const folder = 'templates';

/** Where a book keeps its own template for pages of a type, from its root. */
export function templatePath(typeId: string): string {
  return `${folder}/${typeId}.md`;
}

/** The page type that a file is the book’s template for; undefined for any other file. Templates are no pages. */
export function templateType(path: string): string | undefined {
  const typeId = /^templates\/([a-z-]+)\.md$/.exec(path)?.[1];
  return newPageTypes.some(({ id }) => id === typeId) ? typeId : undefined;
}

/** True for a path that would be a template if the folder above `templates` were a book. */
export function isTemplatePath(path: string): boolean {
  const folders = path.split('/');
  return templateType(folders.slice(-2).join('/')) !== undefined;
}
