/**
 * Reads files a few steps ahead of their use, in their order. Packed formats are read in another process, so that the
 * two cores of a small machine both have work: one unpacks while the other indexes.
 */
export async function* readAhead<File, Read>(
  files: readonly File[],
  read: (file: File) => Promise<Read>,
  ahead: number,
): AsyncGenerator<readonly [file: File, read: Read], void, undefined> {
  const under: Promise<Read>[] = [];
  let next = 0;
  for (const file of files) {
    while (next < files.length && under.length <= ahead) {
      const promise = read(files[next++]!);
      // Whoever comes to it hears of the failure; until then it is not a crash.
      promise.catch(() => undefined);
      under.push(promise);
    }
    yield [file, await under.shift()!];
  }
}
