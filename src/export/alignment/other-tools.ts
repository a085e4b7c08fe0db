/** Aligned pairs as other aligners write them: hunalign's text, cesAlign of the XCES, lists of beads, two files of lines. */
import { escaped } from '../page.ts';
import { writableInXml } from '../xml-text.ts';
import { score } from './tables.ts';
import { isLinked, type WrittenPair, type WrittenSide } from './written-pair.ts';

const line = (text: string): string => text.replace(/[\t\n\r\u2028\u2029]+/gu, ' ').trim();

/** Text of both sides and a score with tabs between; several units of a side have ` ~~~ ` between them. */
export function hunalignText({ a, b, beads }: WrittenPair): string {
  const side = ({ units }: WrittenSide, from: number, to: number): string =>
    units.slice(from, to).map(line).join(' ~~~ ');
  return beads
    .map((bead) => `${side(a, bead.aFrom, bead.aTo)}\t${side(b, bead.bFrom, bead.bTo)}\t${score(bead.score)}\n`)
    .join('');
}

/** `[0,1]:[2]`, numbers of units from 0. */
export function beadList({ beads }: WrittenPair): string {
  const list = (from: number, to: number): string => Array.from({ length: to - from }, (_, at) => from + at).join(',');
  return beads.map(({ aFrom, aTo, bFrom, bTo }) => `[${list(aFrom, aTo)}]:[${list(bFrom, bTo)}]\n`).join('');
}

/** A line a link in each of two files: the nth line of one answers the nth of the other. What is alone has no place. */
export function pairedLines({ a, b, beads }: WrittenPair): readonly [string, string] {
  const linked = beads.filter(isLinked);
  const side = ({ units }: WrittenSide, from: number, to: number): string =>
    `${units.slice(from, to).map(line).join(' ')}\n`;
  return [
    linked.map(({ aFrom, aTo }) => side(a, aFrom, aTo)).join(''),
    linked.map(({ bFrom, bTo }) => side(b, bFrom, bTo)).join(''),
  ];
}

/** XCES cesAlign: units are `s1`, `s2`… from the beginning of each document. */
export function cesAlign({ a, b, beads }: WrittenPair): string {
  const attribute = (text: string): string => escaped(writableInXml(text));
  const names = (from: number, to: number): string =>
    Array.from({ length: to - from }, (_, at) => `s${from + at + 1}`).join(' ');
  const links = beads.map(
    ({ aFrom, aTo, bFrom, bTo, score: certainty }, at) =>
      `<link xtargets="${names(aFrom, aTo)};${names(bFrom, bTo)}" id="SL${at + 1}" certainty="${score(certainty)}"/>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<cesAlign version="1.0" type="sent">
<linkGrp targType="s" fromDoc="${attribute(a.path)}" toDoc="${attribute(b.path)}">
${links.join('')}</linkGrp>
</cesAlign>
`;
}
