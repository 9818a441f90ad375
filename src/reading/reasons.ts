/** Why the file system refused, in words. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return 'you are not allowed to read or write it';
    case 'ENOENT':
      return 'it does not exist';
    case 'ENOTDIR':
      return 'a part of its path is a file, not a folder';
    case 'EISDIR':
      return 'it is a folder, not a file';
    case 'ENOTFILE':
      return 'it is no file but a pipe, a socket or a device';
    case 'EOUTSIDE':
      return 'it leads out of the book';
    case 'EEXIST':
      return 'something of that name is there already';
    case 'EBUSY':
    case 'ETXTBSY':
      return 'another program is using it';
    case 'EDQUOT':
      return 'you have no room left on the disk';
    case 'EIO':
      return 'the disk failed';
    case 'ELOOP':
      return 'its links lead in a circle';
    case 'ENAMETOOLONG':
      return 'its name is too long';
    case 'EROFS':
      return 'the disk cannot be written to';
    case 'ENOSPC':
      return 'the disk is full';
    case 'EMFILE':
    case 'ENFILE':
      return 'too many files are open';
    case 'ERR_STRING_TOO_LONG':
    case 'ERR_FS_FILE_TOO_LARGE':
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return 'it is too large';
    default:
      return code ?? (error instanceof Error ? error.message : String(error));
  }
}

export function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
