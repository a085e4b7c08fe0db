/** The set with one more in it, or without it. */
export function withTick<Ticked>(ticked: ReadonlySet<Ticked>, one: Ticked, on: boolean): ReadonlySet<Ticked> {
  const changed = new Set(ticked);
  if (on) changed.add(one);
  else changed.delete(one);
  return changed;
}
