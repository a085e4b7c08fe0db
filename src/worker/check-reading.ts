/** What the user says of reading a folder, looked at before it is followed or kept. */
import type { ReadingChange } from '../shared/answers.ts';
import { ExpectedFailure } from '../shared/failure.ts';
import { encodingNamed, encodingNames } from './decode/encodings.ts';
import { languageFromMetadata } from './language.ts';
import { pathReader } from './metadata-path.ts';

/** @throws ExpectedFailure for what could never be followed */
export function checkReading({ encoding, language, pathPattern }: ReadingChange): void {
  if (typeof encoding === 'string' && encodingNamed(encoding) === undefined)
    throw new ExpectedFailure(
      'bad-request',
      `Lectern knows no encoding “${encoding}”. It knows ${encodingNames.join(', ')}.`,
    );
  if (typeof language === 'string' && languageFromMetadata(language) === undefined)
    throw new ExpectedFailure('bad-request', `“${language}” is no language: write a code such as mk, or its name`);
  const pattern = typeof pathPattern === 'string' ? pathReader(pathPattern) : undefined;
  if (pattern && !pattern.ok) {
    const { code, message, ...more } = pattern.error;
    throw new ExpectedFailure(code, message, more);
  }
}
