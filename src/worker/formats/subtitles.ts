/** Subtitles (SubRip and WebVTT): the spoken text, without numbers, times and marks, as sentences in paragraphs. */
import { decodeText } from '../decode/decode.ts';
import type { Extraction, Reader } from './extraction.ts';
import { extracted } from './extraction.ts';
import type { Meter } from './limits.ts';

interface Cue {
  /** Seconds. */
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

const clock = String.raw`(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?`;
const timing = new RegExp(String.raw`^\s*${clock}\s*-->\s*${clock}`);

const seconds = (parts: readonly (string | undefined)[]): number =>
  Number(parts[0] ?? 0) * 3600 + Number(parts[1]) * 60 + Number(parts[2]) + Number(`0.${parts[3] ?? '0'}`);

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
};

function spoken(line: string): string {
  return line
    .replace(/<[^<>]{0,200}>|\{\\[^{}]{0,200}\}/g, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => named[name]!)
    .trim();
}

function readCues(text: string, meter: Meter): Cue[] {
  const cues: Cue[] = [];
  let current: { start: number; end: number; lines: string[] } | undefined;
  for (const line of text.split(/\r\n|\n|\r/)) {
    meter.step();
    const time = timing.exec(line);
    if (time) {
      // The line before a time is the number or name of the cue, also where the empty line between cues is missing.
      if (current && /^\d+$/.test(current.lines.at(-1) ?? '')) current.lines.pop();
      current = { start: seconds(time.slice(1, 5)), end: seconds(time.slice(5, 9)), lines: [] };
      cues.push(current);
    } else if (line.trim() === '') current = undefined;
    else if (current) current.lines.push(spoken(line));
  }
  return cues.map((cue) => ({ ...cue, lines: cue.lines.filter((line) => line !== '') }));
}

/** A pause that ends a paragraph, in seconds: after a finished sentence, and in any case. */
const shortPause = 2;
const longPause = 6;
const finished = /[.!?…؟。！？।]["'»”’)\]]*$/;
const dash = /^[-–—]\s*/;

/** Cues to paragraphs: a sentence runs on over cues; speakers marked by dashes and long pauses begin a new one. */
function paragraphsOf(cues: readonly Cue[]): string {
  const paragraphs: string[] = [];
  let current = '';
  let end = 0;
  let before: string | undefined;
  const close = (): void => {
    if (current !== '') paragraphs.push(current);
    current = '';
  };
  for (const cue of cues) {
    const pause = cue.start - end;
    if (pause > longPause || (pause > shortPause && finished.test(current))) close();
    for (const line of cue.lines) {
      // Rolling captions repeat the line that moves up.
      if (line === before) continue;
      before = line;
      if (dash.test(line)) close();
      current += current === '' ? line : ` ${line}`;
    }
    end = cue.end;
  }
  close();
  return paragraphs.length === 0 ? '' : `${paragraphs.join('\n')}\n`;
}

export const readSubtitles: Reader = async (bytes, options, meter): Promise<Extraction> => {
  const decoded = await decodeText(bytes, options.encoding);
  const isVtt = decoded.text.startsWith('WEBVTT');
  const cues = readCues(decoded.text, meter);
  const language = isVtt ? /^Language:\s*(\S+)/m.exec(decoded.text.slice(0, 500))?.[1] : undefined;
  const notes = cues.length === 0 ? ['no cue with a time was found'] : [];
  return {
    documents: [extracted({ text: paragraphsOf(cues), decoded, language })],
    format: isVtt ? 'vtt' : 'srt',
    notes,
  };
};
