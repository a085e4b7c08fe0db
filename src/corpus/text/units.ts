// The arguments of a call stand on the stack, and a token may be as long as its text.
const longestCall = 4096;

/** The text whose UTF-16 units are `units[from]` up to `units[to]`. */
export function textOfUnits(units: Uint16Array, from: number, to: number): string {
  if (to - from <= longestCall) return fromUnits(units.subarray(from, to));
  const parts: string[] = [];
  for (let at = from; at < to; at += longestCall)
    parts.push(fromUnits(units.subarray(at, Math.min(to, at + longestCall))));
  return parts.join('');
}

function fromUnits(units: Uint16Array): string {
  // `apply` takes any list of numbers, whatever its type says, and takes a typed array as it is; spreading would iterate it.
  return String.fromCharCode.apply(null, units as unknown as number[]);
}
