/**
 * Reads files a few steps ahead of their use, in their order. Packed formats are read in another process, so that the
 * two cores of a small machine both have work: one unpacks while the other indexes.
 */
export async function* readAhead<File, Read>(
  files: Iterable<File>,
  read: (file: File) => Promise<Read>,
  ahead: number,
): AsyncGenerator<readonly [file: File, read: Read], void, undefined> {
  const under: (readonly [File, Promise<Read>])[] = [];
  const coming = files[Symbol.iterator]();
  for (let ended = false; ;) {
    while (!ended && under.length <= ahead) {
      const next = coming.next();
      if (next.done === true) ended = true;
      else {
        const promise = read(next.value);
        // Whoever comes to it hears of the failure; until then it is not a crash.
        promise.catch(() => undefined);
        under.push([next.value, promise]);
      }
    }
    const first = under.shift();
    if (!first) return;
    yield [first[0], await first[1]];
  }
}
