/** What the columns of tables are called, and what they say. The names are those of the command line. */
import * as english from '../../language/english.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('frequency');

type Known = keyof typeof english.frequency.column;

function isKnown(name: string): name is Known {
  return Object.hasOwn(english.frequency.column, name);
}

/** `sentenceLengthMean` as `Sentence length mean`: a column that is new to the page still has a name. */
function spelledOut(name: string): string {
  const words = name.replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function columnLabel(name: string): string {
  return isKnown(name) ? t(`column.${name}.label`) : spelledOut(name);
}

/** Empty where the label says it all. */
export function columnSays(name: string): string {
  return isKnown(name) ? t(`column.${name}.says`) : '';
}
