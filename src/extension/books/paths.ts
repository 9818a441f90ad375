import type * as vscode from 'vscode';

/** The library's path of a file: its URI with scheme, authority and decoded path, equal for equal files. */
export function uriKey(uri: vscode.Uri): string {
  // Windows writes the letter of a drive either way.
  const path = uri.path.replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
  return `${uri.scheme}://${uri.authority}${path}`;
}

export function isMarkdownPath(path: string): boolean {
  return /\.md$/i.test(path);
}

/** True for a path below a folder whose name starts with a dot, or below `node_modules`: not looked into. */
export function isHiddenPath(pathInFolder: string): boolean {
  const folders = pathInFolder.split('/').slice(0, -1);
  return folders.some((name) => name.startsWith('.') || name === 'node_modules');
}

/** True for `folder` itself and all below it. */
export function isBelow(key: string, folder: string): boolean {
  return key === folder || key.startsWith(`${folder}/`);
}

/** The keys of the folders that hold a file, the nearest first, down from its scheme’s root. */
export function foldersAbove(key: string): string[] {
  const start = key.indexOf('://') + 3;
  const folders: string[] = [];
  for (let at = key.lastIndexOf('/'); at >= start; at = key.lastIndexOf('/', at - 1)) {
    folders.push(key.slice(0, at));
  }
  return folders;
}

/** The deepest folder that holds both of two places, or is one of them; both are paths of one file system. */
export function commonPath(one: string, other: string): string {
  const [parts, others] = [one.split('/'), other.split('/')];
  const end = parts.findIndex((part, index) => part !== others[index]);
  return parts.slice(0, end < 0 ? parts.length : end).join('/') || '/';
}
