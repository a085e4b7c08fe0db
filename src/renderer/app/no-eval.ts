/** Imported before any schema is used: zod would try whether code may be made at run time, and the page forbids it aloud. */
import * as z from 'zod';

z.config({ jitless: true });
