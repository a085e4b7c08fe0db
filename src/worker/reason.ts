/** Why a file or folder could not be read, as a phrase that can stand after its path. */
const phrases: Readonly<Record<string, string>> = {
  ENOENT: 'gone: it was moved or deleted while the folder was read',
  ENOTDIR: 'gone: it was moved or deleted while the folder was read',
  EACCES: 'you are not allowed to read it',
  EPERM: 'you are not allowed to read it',
  ELOOP: 'a link that leads back to itself',
  EISDIR: 'a folder where a file was expected',
  EBUSY: 'another program holds it: close it there and open the folder again',
  EMFILE: 'too many files are open on this machine',
  EIO: 'the disk reports an error when reading it',
  ENAMETOOLONG: 'its path is too long for this system',
};

/** `file` is the path that was tried. */
export function reasonInWords(error: unknown, file = ''): string {
  const { code } = error as NodeJS.ErrnoException;
  // Node gives names that are not UTF-8 with replacement characters, and no file goes by such a name.
  if (code === 'ENOENT' && file.includes('�')) return 'its name is not valid UTF-8: rename it';
  return phrases[code ?? ''] ?? `it cannot be read (${code ?? 'unknown reason'})`;
}
