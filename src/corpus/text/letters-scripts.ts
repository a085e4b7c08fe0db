/** Which script a text is in: that of most of its letters. */
import type { Language } from '../../shared/model.ts';
import { charClass } from './char-classes.ts';
import { classOfUnit } from './characters.ts';

/**
 * Scripts by the blocks that Unicode gives them, first and last code unit. `only` names the language of a script that
 * hardly any other is written in. Han and Kana are one script here, since Japanese mixes them.
 */
const blocks: readonly { readonly script: string; readonly only?: Language; readonly units: readonly number[] }[] = [
  { script: 'latin', units: [0x41, 0x2af, 0x1e00, 0x1eff, 0xff21, 0xff5a] },
  { script: 'greek', only: 'el', units: [0x370, 0x3ff, 0x1f00, 0x1fff] },
  { script: 'cyrillic', units: [0x400, 0x52f, 0x1c80, 0x1c8f, 0x2de0, 0x2dff, 0xa640, 0xa69f] },
  { script: 'armenian', only: 'hy', units: [0x530, 0x58f] },
  { script: 'hebrew', units: [0x590, 0x5ff, 0xfb1d, 0xfb4f] },
  { script: 'arabic', units: [0x600, 0x6ff, 0x750, 0x77f, 0x870, 0x8ff, 0xfb50, 0xfdff, 0xfe70, 0xfefe] },
  { script: 'devanagari', units: [0x900, 0x97f] },
  { script: 'bengali', units: [0x980, 0x9ff] },
  { script: 'gurmukhi', only: 'pa', units: [0xa00, 0xa7f] },
  { script: 'gujarati', only: 'gu', units: [0xa80, 0xaff] },
  { script: 'tamil', only: 'ta', units: [0xb80, 0xbff] },
  { script: 'telugu', only: 'te', units: [0xc00, 0xc7f] },
  { script: 'kannada', only: 'kn', units: [0xc80, 0xcff] },
  { script: 'malayalam', only: 'ml', units: [0xd00, 0xd7f] },
  { script: 'sinhala', only: 'si', units: [0xd80, 0xdff] },
  { script: 'thai', only: 'th', units: [0xe00, 0xe7f] },
  { script: 'lao', only: 'lo', units: [0xe80, 0xeff] },
  { script: 'burmese', only: 'my', units: [0x1000, 0x109f] },
  { script: 'georgian', only: 'ka', units: [0x10a0, 0x10ff, 0x1c90, 0x1cbf, 0x2d00, 0x2d2f] },
  { script: 'hangul', only: 'ko', units: [0x1100, 0x11ff, 0x3130, 0x318f, 0xac00, 0xd7af] },
  { script: 'ethiopic', units: [0x1200, 0x139f] },
  { script: 'khmer', only: 'km', units: [0x1780, 0x17ff] },
  { script: 'han', units: [0x3040, 0x30ff, 0x3400, 0x4dbf, 0x4e00, 0x9fff] },
];

/** 1-based place in `blocks` by code unit, 0 for any other script and for what is no letter. */
const scriptOfUnit = paintScripts();

function paintScripts(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const [at, { units }] of blocks.entries())
    for (let u = 0; u < units.length; u += 2) table.fill(at + 1, units[u], units[u + 1]! + 1);
  for (let unit = 0; unit < table.length; unit++) {
    const cls = classOfUnit[unit];
    if (cls !== charClass.letter && cls !== charClass.unspaced) table[unit] = 0;
  }
  return table;
}

/** Undefined for a script of several languages. */
export function languageOfScript(script: string): Language | undefined {
  return blocks.find((block) => block.script === script)?.only;
}

export const languagesOfScripts: readonly Language[] = blocks.flatMap(({ only }) => only ?? []);

export interface MainScript {
  /** Empty when the text has no letter of a known script. */
  readonly script: string;
  /** Letters of that script. */
  readonly letters: number;
}

/** The script of most letters of `text` between `from` and `to`; of two with as many, the one named first above. */
export function mainScript(text: string, from = 0, to = text.length): MainScript {
  const counts = new Uint32Array(blocks.length + 1);
  for (let at = from; at < to; at++) counts[scriptOfUnit[text.charCodeAt(at)]!]!++;
  let most = 0;
  counts[0] = 0;
  for (let at = 1; at < counts.length; at++) if (counts[at]! > counts[most]!) most = at;
  const block = most === 0 ? undefined : blocks[most - 1];
  return { script: block?.script ?? '', letters: counts[most]! };
}

/** `text` with a space for every run of letters, digits and signs that are not of `script` or marks within its words. */
export function onlyScript(text: string, script: string): string {
  const wanted = blocks.findIndex((block) => block.script === script) + 1;
  let kept = '';
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const unit = text.charCodeAt(at);
    const inWord =
      at < text.length && (scriptOfUnit[unit] === wanted || (start >= 0 && classOfUnit[unit] === charClass.mark));
    if (inWord && start < 0) start = at;
    else if (!inWord && start >= 0) {
      kept += (kept === '' ? '' : ' ') + text.slice(start, at);
      start = -1;
    }
  }
  return kept;
}

const addresses = /\S*(?::\/\/|www\.|@)\S*/gu;

/** Links, e-mail addresses and @handles are in no language, whatever words they are made of. */
export function withoutAddresses(text: string): string {
  return text.includes('://') || text.includes('@') || text.includes('www.') ? text.replace(addresses, ' ') : text;
}
