/**
 * From the order on the page to the order of reading: the way back of the bidirectional algorithm, as far as a printed
 * line still tells it. Runs come from left to right, each already logical inside.
 */

export type Kind = 'right' | 'left' | 'number' | 'neutral';

export interface Atom {
  readonly text: string;
  readonly kind: Kind;
  /** A space stands between this atom and the one to its right on the page. */
  readonly space: boolean;
}

const mirror: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '<': '>',
  '>': '<',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
};
/** Signs are stored as they look; in a line read from the right an opening bracket looks like a closing one. */
const mirrored = (text: string): string => text.replace(/[()[\]{}<>«»‹›]/g, (sign) => mirror[sign]!);

/** Where a stretch read from the left that begins at `from` ends (exclusive), in a line read from the right. */
function stretchEnd(atoms: readonly Atom[], from: number): number {
  let end = from + 1;
  let hasLetters = atoms[from]!.kind === 'left';
  let spaced = atoms[from]!.space;
  for (let at = end; at < atoms.length; at++) {
    const atom = atoms[at]!;
    if (atom.kind === 'right') break;
    if (atom.kind !== 'neutral') {
      // Words stay together over spaces, and a number that follows a word; numbers apart are read one by one.
      if (spaced && !hasLetters) break;
      end = at + 1;
      hasLetters ||= atom.kind === 'left';
      spaced = false;
    }
    spaced ||= atom.space;
  }
  return end;
}

function joined(atoms: readonly Atom[]): string {
  return atoms.map((atom, at) => atom.text + (atom.space && at < atoms.length - 1 ? ' ' : '')).join('');
}

/** From the right to the left, with stretches of Latin and numbers turned back. */
export function fromRight(atoms: readonly Atom[]): string {
  const pieces: string[] = [];
  for (let at = 0; at < atoms.length;) {
    const { kind } = atoms[at]!;
    const end = kind === 'left' || kind === 'number' ? stretchEnd(atoms, at) : at + 1;
    const stretch = atoms.slice(at, end);
    const text = kind === 'left' || kind === 'number' ? joined(stretch) : mirrored(joined(stretch));
    pieces.push(text, stretch.at(-1)!.space ? ' ' : '');
    at = end;
  }
  return pieces.reverse().join('');
}

/** In a line read from the left, neighbouring right-to-left runs are turned round. */
export function fromLeft(atoms: readonly Atom[]): string {
  let text = '';
  for (let at = 0; at < atoms.length;) {
    let end = at + 1;
    if (atoms[at]!.kind === 'right') {
      for (
        let next = end;
        next < atoms.length && (atoms[next]!.kind === 'right' || atoms[next]!.kind === 'neutral');
        next++
      ) {
        if (atoms[next]!.kind === 'right') end = next + 1;
      }
    }
    const stretch = atoms.slice(at, end);
    text += (end - at > 1 ? fromRight(stretch) : joined(stretch)).trim() + (stretch.at(-1)!.space ? ' ' : '');
    at = end;
  }
  return text;
}
