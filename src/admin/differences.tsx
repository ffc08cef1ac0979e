import { diffText } from '../article/text-diff.ts'
import { EDITIONS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { type ComparedPart, partLabel } from './content-text.ts'

/** Where two states of an article differ, part by part; said in words as well as shown. */
export function Differences({
  parts,
  language,
  none,
}: {
  parts: readonly ComparedPart[]
  language: Edition
  /** Said when nothing differs. */
  none: string
}) {
  if (parts.length === 0) return <p>{none}</p>
  return (
    <>
      {parts.map((part) => (
        <section>
          <h3>{partLabel(part, language)}</h3>
          <div class="text" lang={part.edition ? EDITIONS[part.edition].lang : undefined}>
            <Diff before={part.before} after={part.after} language={language} />
          </div>
        </section>
      ))}
    </>
  )
}

/** One text with what was taken out and what was put in. */
export function Diff({ before, after, language }: { before: string; after: string; language: Edition }) {
  const { revisions } = adminMessagesFor(language)
  const say = (words: string) => (
    <span class="hidden" lang={EDITIONS[language].lang}>
      {words}
    </span>
  )
  return (
    <>
      {diffText(before, after).map(({ kind, text }) => {
        if (kind === 'added') {
          return (
            <ins>
              {say(revisions.added)}
              {text}
            </ins>
          )
        }
        if (kind === 'removed') {
          return (
            <del>
              {say(revisions.removed)}
              {text}
            </del>
          )
        }
        return text
      })}
    </>
  )
}
