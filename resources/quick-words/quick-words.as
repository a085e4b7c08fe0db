/**
 * The hot loop of src/corpus/text/tokenise.ts, for a machine that reads eight units as one number: plain words and numbers are
 * read, inner apostrophes and hyphens too, found among the forms and noted; whatever else comes is left to whoever called. In AssemblyScript; scripts/make-quick-words.mjs
 * makes src/worker/quick-words/program.ts of it, and src/worker/quick-words/quick-tokeniser.ts says where what lies.
 */
const classes: usize = 0;
const units: usize = 0x10000;
const state: usize = 0x20040;
const mostTokens: usize = 0x8010;
const starts: usize = state + 64;
const ends: usize = starts + 4 * mostTokens;
const types: usize = ends + 4 * mostTokens;
const breaks: usize = types + 4 * mostTokens;
const breakTokens: usize = breaks + 4 * mostTokens;
const fresh: usize = breakTokens + 4 * mostTokens;

// Of `charClass` in characters.ts.
const newline: u32 = 1;
const fullStop: u32 = 3;
const separator: u32 = 4;
const apostrophe: u32 = 5;
const hyphen: u32 = 6;
const colon: u32 = 9;
const quote: u32 = 11;
const at: u32 = 12;
const letter: u32 = 14;
const digit: u32 = 16;
const surrogate: u32 = 18;

// Why it comes back: the stretch is done; a token that is no plain word starts; a word has no key; the table is full.
const done: u32 = 0;
const other: u32 = 1;
const keyless: u32 = 2;
const full: u32 = 3;

@inline
function unitAt(place: u32): u32 {
  return load<u16>(units + ((<usize>place) << 1));
}

@inline
function classOf(unit: u32): u32 {
  return load<u8>(classes + unit);
}

@inline
function put(column: usize, row: u32, value: u32): void {
  store<u32>(column + ((<usize>row) << 2), value);
}

/** A letter or digit, or one for all that can be seen here. */
@inline
function mayBeBase(cls: u32): bool {
  return cls == letter || cls == digit || cls == surrogate;
}

/**
 * Whether a run of letters and digits, `last` the class of the last of them, ends for good before `place`, whose class is `cls`;
 * not, too, where that cannot be seen.
 */
@inline
function endsWord(place: u32, cls: u32, last: u32, size: u32, more: u32): bool {
  if (cls < fullStop) return true;
  if (cls >= letter) return false;
  if (cls == separator && last == letter) return true;
  if (place + 1 >= size && more) return false;
  const unit = unitAt(place + 1);
  if (cls == colon) return unit != 0x2f;
  const next = classOf(unit);
  if (cls == at || cls == quote) return !mayBeBase(next);
  // Two numbers around it are one.
  if (cls == separator) return next != digit && next != surrogate;
  return next <= newline;
}

/** Whether the apostrophe or hyphen at `place`, whose class is `cls`, stands inside a word. */
@inline
function joins(place: u32, cls: u32, last: u32, size: u32): bool {
  if ((cls != apostrophe && cls != hyphen) || place + 1 >= size) return false;
  const next = classOf(unitAt(place + 1));
  return next == letter || (next == digit && (cls == apostrophe || last == letter));
}

/**
 * From unit `from` of a stretch of `size`, which starts at `base` of its text; `more` when the text goes on behind it. `slots`
 * and `mask` are those of forms.ts, `most` the number of forms for which there is room.
 */
export function run(from: u32, size: u32, base: u32, more: u32, slots: usize, mask: u32, most: u32): u32 {
  let place = from;
  let count = load<u32>(state, 4);
  let breakCount = load<u32>(state, 8);
  let freshCount = load<u32>(state, 12);
  let forms = load<u32>(state, 16);
  let why = done;
  while (place < size) {
    let unit = unitAt(place);
    let cls = classOf(unit);
    if (cls == letter || cls == digit) {
      const start = place;
      const first = unit;
      let key: u64 = 0;
      let pages: u32 = 0;
      let last = cls;
      let number: u32 = 1;
      for (;;) {
        key = (key << 8) | (unit & 0xff);
        pages |= unit ^ first;
        if (cls == letter) {
          last = letter;
          number = 0;
        } else if (cls == digit) last = digit;
        unit = unitAt(++place);
        cls = classOf(unit);
        // Letters, marks and digits are neighbours.
        if (cls - letter > 2 && !joins(place, cls, last, size)) break;
      }
      if (place == size && more) {
        // It may go on in the next stretch.
        why = start > 0 ? done : other;
        place = start;
        break;
      }
      if (place < size && !endsWord(place, cls, last, size, more)) {
        place = start;
        why = other;
        break;
      }
      put(starts, count, base + start);
      put(ends, count, base + place);
      const length = place - start;
      if (length > 8 || pages > 0xff) {
        store<u32>(state, number, 20);
        why = keyless;
        break;
      }
      const tag = (first & 0xff00) | length;
      const mixed = (<u32>key ^ (<u32>(key >> 32) * 0x85ebca6b) ^ tag) * 0x9e3779b1;
      let slot = ((mixed ^ (mixed >> 15)) << 2) & mask;
      let form: u32;
      for (;;) {
        const row = slots + ((<usize>slot) << 2);
        form = load<u32>(row, 12);
        if (load<u64>(row) == key && load<u32>(row, 8) == tag) break;
        if (form == 0) {
          form = ++forms;
          put(fresh, freshCount++, count | (number << 31));
          store<u64>(row, key);
          store<u32>(row, tag, 8);
          store<u32>(row, form, 12);
          break;
        }
        slot = (slot + 4) & mask;
      }
      put(types, count++, form - 1);
      if (forms > most) {
        why = full;
        break;
      }
    } else if (cls == 0 || (cls > fullStop && cls < at)) place++;
    else if (cls < separator) {
      put(breaks, breakCount, base + place);
      put(breakTokens, breakCount++, count);
      place++;
    } else {
      why = other;
      break;
    }
  }
  store<u32>(state, place);
  store<u32>(state, count, 4);
  store<u32>(state, breakCount, 8);
  store<u32>(state, freshCount, 12);
  store<u32>(state, forms, 16);
  return why;
}
