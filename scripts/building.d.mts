/** Builds if the sources changed since the last build. `tell` gets a line before anything slow. */
export function ensureBuilt(node: string, tell: (line: string) => void): Promise<void>;
