/** Code units out of a string, as fast as memory is copied. */
import { endianness } from 'node:os';
import type { UnitReader } from '../corpus/text/tokenise.ts';
import { readUnits } from '../corpus/text/tokenise.ts';

const copyLittleEndian: UnitReader = (text, from, to, into) => {
  Buffer.from(into.buffer, into.byteOffset, into.byteLength).write(text.slice(from, to), 'utf16le');
};

/** Node writes units in one order of bytes, arrays have that of the processor. */
export const copyUnits: UnitReader = endianness() === 'LE' ? copyLittleEndian : readUnits;
