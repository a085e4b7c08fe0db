import { randomBytes } from 'node:crypto';

/** An id that no other project has either, beginning with the letter that says of what. */
export function freshId(letter: string): string {
  return `${letter}${randomBytes(9).toString('base64url')}`;
}
