import type { Child } from 'hono/jsx'
import type { GlossaryRow, GlossaryWords } from '../db/glossary.ts'
import type { Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { glossaryMessagesFor } from '../edition/messages/admin-glossary.ts'
import { adminHref } from '../routes.ts'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { EntryFacts, EntryWords } from './glossary-list-page.tsx'
import { type ConflictPart, PartList } from './parts-conflict-page.tsx'

/** The two states of an entry that met, part by part. */
export function entryParts(theirs: GlossaryWords, mine: GlossaryWords, language: Edition): readonly ConflictPart[] {
  const messages = glossaryMessagesFor(language)
  const { kinds, directions } = messages
  return [
    { label: messages.kind, theirs: kinds[theirs.kind], mine: kinds[mine.kind] },
    { label: messages.hant, words: 'zh-hant', theirs: theirs.hant, mine: mine.hant },
    { label: messages.hans, words: 'zh-hans', theirs: theirs.hans, mine: mine.hans },
    { label: messages.direction, theirs: directions[theirs.direction], mine: directions[mine.direction] },
    { label: messages.note, words: languageOf(theirs.note + mine.note), theirs: theirs.note, mine: mine.note },
  ]
}

/** Nobody says in which language a note is. */
function languageOf(note: string): Edition {
  return /\p{Script=Han}/u.test(note) ? 'zh-hant' : 'en'
}

/** An entry for those who may read it and no more. */
export function EntryReadPage({ frame, row, children }: { frame: AdminFrame; row: GlossaryRow; children?: Child }) {
  const { language } = frame.editor
  const messages = glossaryMessagesFor(language)
  const { records } = adminMessagesFor(language)
  const parts = entryParts(row, row, language).map((part) => ({ ...part, text: part.theirs }))
  return (
    <AdminDocument frame={frame} title={records.shown(messages.entry(row.id))}>
      <p>{records.readOnly}</p>
      <h2>{messages.title}</h2>
      <PartList parts={parts} language={language} />
      {children}
    </AdminDocument>
  )
}

interface DeletionProps {
  frame: AdminFrame
  row: GlossaryRow
  alarm?: string | undefined
  children?: Child
}

/** Asks once more before an entry is deleted, and says what is done by it. */
export function EntryDeletionPage({ frame, row, alarm, children }: DeletionProps) {
  const { language } = frame.editor
  const messages = glossaryMessagesFor(language)
  const { records } = adminMessagesFor(language)
  return (
    <AdminDocument frame={frame} title={records.delete(messages.entry(row.id))} alarm={alarm}>
      <p>
        <EntryWords words={row} language={language} />
      </p>
      <EntryFacts words={row} language={language} />
      <p>{messages.deleteIntro}</p>
      <form method="post" action={adminHref.glossaryDeletion(row.id)}>
        <input type="hidden" name="version" value={String(row.version)} />
        <p class="actions">
          <button type="submit" class="main">
            {records.deleteButton}
          </button>
          <a class="button" href={adminHref.glossaryEntry(row.id)}>
            {records.deleteCancel}
          </a>
        </p>
      </form>
      {children}
    </AdminDocument>
  )
}
