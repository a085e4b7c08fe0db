/** Aligned pairs as a translation memory, TMX 1.4b. Units without counterpart have no place in one. */
import { escaped } from '../page.ts';
import { writableInXml } from '../xml-text.ts';
import { score } from './tables.ts';
import { isLinked, type WrittenPair, type WrittenSide } from './written-pair.ts';

/** @param version of the program */
export function tmx(pairs: readonly WrittenPair[], version: string): string {
  const source = pairs[0]?.a.language ?? 'und';
  const head = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="Lectern" creationtoolversion="${xmlText(version)}" segtype="sentence" o-tmf="Lectern" adminlang="en" srclang="${xmlText(source)}" datatype="plaintext"/>
<body>
`;
  return `${head}${pairs.map(units).join('')}</body>\n</tmx>\n`;
}

function units({ a, b, beads }: WrittenPair, pair: number): string {
  return beads
    .filter(isLinked)
    .map(
      (bead, at) => `<tu tuid="${pair + 1}.${at + 1}">
<prop type="x-score">${score(bead.score)}</prop>
<prop type="x-a">${xmlText(a.path)}#${bead.aFrom}-${bead.aTo - 1}</prop>
<prop type="x-b">${xmlText(b.path)}#${bead.bFrom}-${bead.bTo - 1}</prop>
${variant(a, bead.aFrom, bead.aTo)}${variant(b, bead.bFrom, bead.bTo)}</tu>
`,
    )
    .join('');
}

function variant({ language, units: all }: WrittenSide, from: number, to: number): string {
  return `<tuv xml:lang="${xmlText(language)}"><seg>${xmlText(all.slice(from, to).join(' '))}</seg></tuv>\n`;
}

function xmlText(text: string): string {
  return escaped(writableInXml(text));
}
