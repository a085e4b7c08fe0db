/** Makes a project of today one as an older Lectern left it. */
import { Database } from '../../../src/worker/project/database.ts';

/** Before steps had keys (format 5): `label` is what each of them says. */
export function asOfFormatFive(file: string, label = ''): void {
  const database = new Database(file);
  try {
    database.transaction(() => {
      database.execute('DROP INDEX steps_undone; ALTER TABLE steps DROP COLUMN said');
      database.run('UPDATE steps SET label = ?', label);
      database.execute('PRAGMA user_version = 5');
    });
  } finally {
    database.close();
  }
}
