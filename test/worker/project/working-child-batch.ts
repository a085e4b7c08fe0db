/** Spans of one step of a working child: all of them are there, or none. */
export const batch = 40;
