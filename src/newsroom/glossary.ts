/** What editors do to the glossary. No published page changes by it; each change is one batch with its line in the log. */
import type { Db } from '../db/client.ts'
import { deleteEntry, type GlossaryRow, type GlossaryWords, insertEntry, updateEntry } from '../db/glossary.ts'
import { type Actor, entryOf } from './records.ts'

/** Enters an entry and gives its id; null when the text is decided already or the glossary is full. */
export async function addEntry(db: Db, words: GlossaryWords, actor: Actor): Promise<number | null> {
  return insertEntry(db, { words, entry: logged('glossary-added', words, actor) })
}

/** Changes an entry; false, and nothing written, when it is no longer the version that the editor saw. */
export async function changeEntry(
  db: Db,
  { id, baseVersion, words }: { id: number; baseVersion: number; words: GlossaryWords },
  actor: Actor,
): Promise<boolean> {
  const answer = await updateEntry(db, { id, baseVersion, words, entry: logged('glossary-changed', words, actor) })
  return answer.ok
}

/** Deletes an entry; false, and nothing deleted, when it has changed. */
export async function removeEntry(db: Db, row: GlossaryRow, baseVersion: number, actor: Actor): Promise<boolean> {
  const answer = await deleteEntry(db, { id: row.id, baseVersion, entry: logged('glossary-deleted', row, actor) })
  return answer.ok
}

function logged(
  action: 'glossary-added' | 'glossary-changed' | 'glossary-deleted',
  { kind, hant, hans, direction }: GlossaryWords,
  actor: Actor,
) {
  return { ...entryOf(action, hant, actor), detail: { kind, hant, hans, direction } }
}
