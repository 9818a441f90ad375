import { isAbsolute, relative, resolve } from 'node:path';

/**
 * How a build server knows files: from the root of its checkout, where the folder lies in it; else from the folder.
 *
 * @param folder absolute
 * @param checkout the checkout's root, where there is one
 */
export function checkoutPaths(folder: string, checkout: string | undefined): (path: string) => string {
  if (checkout === undefined) return (path) => path;
  const inner = relative(resolve(checkout), folder).replaceAll('\\', '/');
  if (inner === '' || inner === '..' || inner.startsWith('../') || isAbsolute(inner)) return (path) => path;
  return (path) => `${inner}/${path}`;
}
