import { type Text, t } from '../core/model/message';

/** Why the file system refused, in words. */
export function reasonOf(error: unknown): Text {
  const code = codeOf(error);
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return t`you are not allowed to read or write it`;
    case 'ENOENT':
      return t`it does not exist`;
    case 'ENOTDIR':
      return t`a part of its path is a file, not a folder`;
    case 'EISDIR':
      return t`it is a folder, not a file`;
    case 'ENOTFILE':
      return t`it is no file but a pipe, a socket or a device`;
    case 'EOUTSIDE':
      return t`it leads out of the book`;
    case 'EEXIST':
      return t`something of that name is there already`;
    case 'EBUSY':
    case 'ETXTBSY':
      return t`another program is using it`;
    case 'EDQUOT':
      return t`you have no room left on the disk`;
    case 'EIO':
      return t`the disk failed`;
    case 'ELOOP':
      return t`its links lead in a circle`;
    case 'ENAMETOOLONG':
      return t`its name is too long`;
    case 'EROFS':
      return t`the disk cannot be written to`;
    case 'ENOSPC':
      return t`the disk is full`;
    case 'EMFILE':
    case 'ENFILE':
      return t`too many files are open`;
    case 'ERR_STRING_TOO_LONG':
    case 'ERR_FS_FILE_TOO_LARGE':
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return t`it is too large`;
    default:
      return code ?? (error instanceof Error ? error.message : String(error));
  }
}

export function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
