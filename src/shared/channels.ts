/** The names of the Electron door's three channels. They stand here, apart from zod, because the preload may not carry it. */
export const channels = {
  /** page → main, answered: every request of the contract. */
  request: 'lectern:request',
  /** page → main, answered: paths of dropped files, read by the preload from `File` objects. */
  drop: 'lectern:drop',
  /** main → page: every event of the contract. */
  event: 'lectern:event',
} as const;
