/**
 * URLs and e-mail addresses: tokens that are kept whole.
 *
 * A URL starts with `scheme://`, with `www.`, or is a host with a path (`pic.twitter.com/x`) or under one of the common
 * endings (`example.org`): articles quote addresses without a scheme. It runs to the next character that no address
 * holds; stops, commas and closing brackets at its end belong to the sentence. Letters of any script may stand in it, except those of
 * scripts without spaces, which would swallow the sentence around.
 */
import { charClass } from './char-classes.ts';
import { classAt, widthAt } from './characters.ts';

/** Endings under which a bare `name.ending` is taken for an address. Others need a scheme, `www.` or a path. */
const commonEndings = new Set(['com', 'org', 'net', 'edu', 'gov', 'int', 'mil', 'info', 'biz']);
// Bounds keep a line of dots from being read again at every word. The local part of an address has at most 64 characters.
const longestLocalPart = 64;
const longestScheme = 20;
const longestHost = 253;

function isName(cls: number): boolean {
  return cls === charClass.letter || cls === charClass.digit || cls === charClass.mark;
}

/** End times 8 plus kind (2 URL, 5 e-mail), 0 when no address starts at `start`, which is at a letter or digit. */
export function addressEnd(text: string, start: number): number {
  const url = urlEnd(text, start);
  if (url !== 0) return url * 8 + 2;
  const email = emailEnd(text, start);
  return email === 0 ? 0 : email * 8 + 5;
}

function emailEnd(text: string, start: number): number {
  let at = start;
  for (; at - start <= longestLocalPart; at += widthAt(text, at)) {
    const cls = classAt(text, at);
    if (cls === charClass.at) break;
    const inner = cls === charClass.fullStop || cls === charClass.hyphen || cls === charClass.plus;
    if (!isName(cls) && !inner && cls !== charClass.underscore) return 0;
  }
  if (classAt(text, at) !== charClass.at) return 0;
  const host = hostEnd(text, at + 1);
  return host.ending === '' ? 0 : host.end;
}

interface Host {
  readonly end: number;
  /** The last label when there are two or more and it is made of letters, else ''. */
  readonly ending: string;
}

/** Labels of letters, digits and inner hyphens with single stops between them. */
function hostEnd(text: string, start: number): Host {
  let end = start;
  let labelStart = start;
  let labels = 0;
  for (let at = start; at - start <= longestHost;) {
    const cls = classAt(text, at);
    if (isName(cls)) {
      if (at === labelStart) {
        if (cls === charClass.mark) break;
        labels++;
      }
      at += widthAt(text, at);
      end = at;
    } else if (cls === charClass.hyphen && at > labelStart && classAt(text, at + 1) !== charClass.fullStop) at++;
    else if (cls === charClass.fullStop && at === end && at > labelStart) labelStart = ++at;
    else break;
  }
  // A stop, or a hyphen, after the last label belongs to the sentence.
  const last = labelStart > end ? text.lastIndexOf('.', end - 1) + 1 : labelStart;
  const ending = text.slice(last, end);
  return { end, ending: labels >= 2 && /^[\p{L}\p{M}]{2,}$/u.test(ending) ? ending : '' };
}

function urlEnd(text: string, start: number): number {
  const rest = schemeEnd(text, start);
  if (rest !== 0) {
    const end = pathEnd(text, rest);
    return end > rest && classAt(text, rest) !== charClass.mark ? end : 0;
  }
  const first = text.charCodeAt(start) | 0x20;
  if (first === 0x77 && /^www\.$/i.test(text.slice(start, start + 4)) && isName(classAt(text, start + 4))) {
    return classAt(text, start + 4) === charClass.mark ? 0 : pathEnd(text, start + 4);
  }
  const host = hostEnd(text, start);
  if (host.ending === '') return 0;
  const next = text.charCodeAt(host.end);
  const path = next === 0x2f && /^[a-z]{2,3}$/.test(host.ending);
  if (path) return pathEnd(text, host.end);
  const ending = host.ending;
  const common =
    commonEndings.has(ending) || (ending === ending.toUpperCase() && commonEndings.has(ending.toLowerCase()));
  // `first.com@x.org` is an e-mail address.
  return common && classAt(text, host.end) !== charClass.at ? host.end : 0;
}

/** Offset behind `scheme://`, 0 when there is none. */
function schemeEnd(text: string, start: number): number {
  for (let at = start; at - start <= longestScheme; at++) {
    const unit = text.charCodeAt(at);
    const letter = (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
    if (letter) continue;
    if (unit === 0x3a) return at > start && text.startsWith('//', at + 1) ? at + 3 : 0;
    // Digits, + - . may follow the first letter (`git+ssh`).
    if (at === start || !((unit >= 0x30 && unit <= 0x39) || unit === 0x2b || unit === 0x2d || unit === 0x2e)) return 0;
  }
  return 0;
}

/** Where the rest of an address ends: behind the last character that may end one, marks of that character included. */
function pathEnd(text: string, start: number): number {
  let end = start;
  let ended = true;
  // A closing parenthesis belongs to the address when its opening one does: `…/Ohrid_(lake)`.
  let open = 0;
  for (let at = start; at < text.length;) {
    const cls = classAt(text, at);
    const character = text[at]!;
    at += widthAt(text, at);
    if (cls === charClass.mark) {
      if (ended) end = at;
      continue;
    }
    if (isName(cls) || '/=&#-_~%$+@'.includes(character)) ended = true;
    else if (!".,:;!?'()[]*|".includes(character)) break;
    else if (character === '(') {
      ended = false;
      open++;
    } else ended = character === ')' && open-- > 0;
    if (ended) end = at;
  }
  return end;
}
