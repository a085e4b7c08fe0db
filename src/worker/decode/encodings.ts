/**
 * The encodings Lectern reads, under the names it shows, and the decoder of each. iconv-lite decodes all but UTF-8;
 * test/worker/decode/encodings.test.ts holds known bytes and characters of every one, because the platform's own
 * TextDecoder is wrong for several of them in some releases of Node.
 */
import iconv from 'iconv-lite';

/** Shown name → name in iconv-lite. The order is the order of a menu, and of preference between equals. */
const encodings: Readonly<Record<string, string>> = {
  'UTF-8': 'utf8',
  'UTF-16LE': 'utf-16le',
  'UTF-16BE': 'utf-16be',
  'UTF-32LE': 'utf-32le',
  'UTF-32BE': 'utf-32be',
  'windows-1252': 'windows-1252',
  'windows-1251': 'windows-1251',
  'windows-1256': 'windows-1256',
  'windows-1250': 'windows-1250',
  'windows-1253': 'windows-1253',
  'windows-1254': 'windows-1254',
  'windows-1255': 'windows-1255',
  'windows-1257': 'windows-1257',
  'windows-1258': 'windows-1258',
  'ISO-8859-1': 'iso-8859-1',
  'ISO-8859-2': 'iso-8859-2',
  'ISO-8859-3': 'iso-8859-3',
  'ISO-8859-4': 'iso-8859-4',
  'ISO-8859-5': 'iso-8859-5',
  'ISO-8859-6': 'iso-8859-6',
  'ISO-8859-7': 'iso-8859-7',
  'ISO-8859-8': 'iso-8859-8',
  'ISO-8859-9': 'iso-8859-9',
  'ISO-8859-10': 'iso-8859-10',
  'ISO-8859-11': 'iso-8859-11',
  'ISO-8859-13': 'iso-8859-13',
  'ISO-8859-14': 'iso-8859-14',
  'ISO-8859-15': 'iso-8859-15',
  'ISO-8859-16': 'iso-8859-16',
  'KOI8-R': 'koi8-r',
  'KOI8-U': 'koi8-u',
  IBM866: 'cp866',
  IBM855: 'cp855',
  MacCyrillic: 'maccyrillic',
  GB18030: 'gb18030',
  Big5: 'big5',
  Shift_JIS: 'shift_jis',
  'EUC-JP': 'euc-jp',
  'EUC-KR': 'euc-kr',
  cp720: 'cp720',
  cp864: 'cp864',
  IBM437: 'cp437',
  IBM850: 'cp850',
  IBM852: 'cp852',
  IBM862: 'cp862',
  MacRoman: 'macroman',
};

export const encodingNames: readonly string[] = Object.keys(encodings);

const squeezed = (label: string): string => label.toLowerCase().replace(/[^a-z0-9]/g, '');

const byLabel = new Map<string, string>(encodingNames.map((name) => [squeezed(name), name]));
const otherLabels: Readonly<Record<string, string>> = {
  ascii: 'UTF-8',
  usascii: 'UTF-8',
  utf8sig: 'UTF-8',
  utf16: 'UTF-16LE',
  utf32: 'UTF-32LE',
  ucs2: 'UTF-16LE',
  latin1: 'ISO-8859-1',
  latin2: 'ISO-8859-2',
  latin9: 'ISO-8859-15',
  koi8: 'KOI8-R',
  xmaccyrillic: 'MacCyrillic',
  macukrainian: 'MacCyrillic',
  macintosh: 'MacRoman',
  gbk: 'GB18030',
  gb2312: 'GB18030',
  cp936: 'GB18030',
  big5hkscs: 'Big5',
  cp950: 'Big5',
  sjis: 'Shift_JIS',
  cp932: 'Shift_JIS',
  shiftjis2004: 'Shift_JIS',
  windows31j: 'Shift_JIS',
  eucjis2004: 'EUC-JP',
  cp949: 'EUC-KR',
  uhc: 'EUC-KR',
  ksc56011987: 'EUC-KR',
  tis620: 'ISO-8859-11',
  cp874: 'ISO-8859-11',
};
for (const [label, name] of Object.entries(otherLabels)) byLabel.set(label, name);
for (const page of [1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258]) {
  for (const prefix of ['cp', 'win', '']) byLabel.set(`${prefix}${page}`, `windows-${page}`);
}
for (const page of [437, 850, 852, 855, 862, 866]) byLabel.set(`cp${page}`, `IBM${page}`);
for (const page of [720, 864]) for (const prefix of ['ibm', 'dos']) byLabel.set(`${prefix}${page}`, `cp${page}`);
for (let part = 1; part <= 16; part++) {
  const name = `ISO-8859-${part}`;
  if (part !== 12) byLabel.set(`iso8859${part}`, name);
}

/** The shown name of an encoding label from a person, a file or a detector; undefined when Lectern cannot read it. */
export function encodingNamed(label: string): string | undefined {
  return byLabel.get(squeezed(label));
}

/** Signs that Apple replaced in its encodings in 1998, where iconv-lite still holds the older tables. */
const appleNow: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  MacCyrillic: { '¢': 'Ґ', '∂': 'ґ', '¤': '€' },
  MacRoman: { '¤': '€', '\u2126': 'Ω' },
};

/**
 * The characters of bytes in a named encoding (a shown name of the table above). Undecodable bytes become U+FFFD; a
 * byte order mark is left out. cp864 knows no letters, only their shapes: they come out as the letters themselves.
 */
export function decodeAs(bytes: Uint8Array, name: string): string {
  if (name === 'UTF-8') return new TextDecoder('utf-8').decode(bytes);
  const codec = encodings[name];
  if (codec === undefined) throw new RangeError(`no decoder for ${name}`);
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), codec);
  const replaced = appleNow[name];
  if (replaced) return text.replace(/[¢∂¤\u2126]/g, (sign) => replaced[sign] ?? sign);
  if (name === 'cp864') return text.replace(/[\uFE70-\uFEFC]+/g, (shapes) => shapes.normalize('NFKC'));
  return text;
}
