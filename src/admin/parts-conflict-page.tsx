import { dateAndTime } from '../edition/dates.ts'
import { EDITIONS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { Diff } from './differences.tsx'
import { HiddenValues } from './edition-words.tsx'

/** One part of a record in the two states that met. */
export interface ConflictPart {
  label: string
  /** The edition in which it is written, if it is words. */
  words?: Edition
  theirs: string
  mine: string
}

interface PartsConflictProps {
  frame: AdminFrame
  /** When the other state was saved. */
  savedAtMs: number
  parts: readonly ConflictPart[]
  /** What this editor sent, as hidden controls, with the version that it would replace. */
  pairs: readonly (readonly [string, string])[]
  /** Where the form is sent, and where it is shown as stored. */
  address: string
}

/** 409: two editors met. Both texts are on the page in full, and the one that was not saved is in its form. */
export function PartsConflictPage({ frame, savedAtMs, parts, pairs, address }: PartsConflictProps) {
  const { language } = frame.editor
  const { records, revisions } = adminMessagesFor(language)
  const { conflict } = records
  const changed = parts.filter(({ theirs, mine }) => theirs !== mine)
  return (
    <AdminDocument frame={frame} title={conflict.title} form={{ id: 'conflict', action: address }} wide>
      <p>{conflict.intro(dateAndTime(savedAtMs, language))}</p>
      <form id="conflict" method="post" action={address}>
        <HiddenValues pairs={[...pairs, ['uiLanguage', language], ['met', 'yes']]} />
        <p class="actions">
          <button type="submit" class="main">
            {conflict.keepMine}
          </button>
          <a class="button" href={address}>
            {conflict.keepTheirs}
          </a>
        </p>
      </form>
      <h2>{revisions.changes}</h2>
      {changed.length === 0 ? <p>{conflict.same}</p> : null}
      {changed.map(({ label, words, theirs, mine }) => (
        <>
          <h3>{label}</h3>
          <div class="text" lang={words && EDITIONS[words].lang}>
            <Diff before={theirs} after={mine} language={language} />
          </div>
        </>
      ))}
      <div class="two">
        <Whole title={conflict.theirs} parts={parts} side="theirs" language={language} />
        <Whole title={conflict.mine} parts={parts} side="mine" language={language} />
      </div>
    </AdminDocument>
  )
}

interface WholeProps {
  title: string
  parts: readonly ConflictPart[]
  side: 'theirs' | 'mine'
  language: Edition
}

function Whole({ title, parts, side, language }: WholeProps) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <PartList parts={parts.map((part) => ({ ...part, text: part[side] }))} language={language} />
    </section>
  )
}

/** Parts of a record as plain text. */
export function PartList({
  parts,
  language,
}: {
  parts: readonly (Pick<ConflictPart, 'label' | 'words'> & { text: string })[]
  language: Edition
}) {
  const { conflict } = adminMessagesFor(language).records
  return (
    <>
      {parts.map(({ label, words, text }) => (
        <>
          <h3>{label}</h3>
          {text === '' ? (
            <p class="muted">{conflict.empty}</p>
          ) : (
            <div class="text" lang={words && EDITIONS[words].lang}>
              {text}
            </div>
          )}
        </>
      ))}
    </>
  )
}
