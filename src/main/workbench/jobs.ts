/** Work that can be stopped, under the name that its caller chose. */
export class Jobs {
  readonly #stops = new Map<string, Set<() => void>>();

  /** Returns the function that takes the job off the list again: call it when the work is over. */
  add(job: string, stop: () => void): () => void {
    const stops = this.#stops.get(job) ?? new Set();
    this.#stops.set(job, stops.add(stop));
    return () => {
      stops.delete(stop);
      if (stops.size === 0 && this.#stops.get(job) === stops) this.#stops.delete(job);
    };
  }

  /** False when no work goes by that name, for instance because it just ended. */
  cancel(job: string): boolean {
    const stops = this.#stops.get(job);
    if (!stops) return false;
    for (const stop of [...stops]) stop();
    return true;
  }
}
