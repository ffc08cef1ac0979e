import { EDITIONS, type Edition, otherChinese } from '../edition/editions.ts'
import { glossaryMessagesFor } from '../edition/messages/admin-glossary.ts'
import type { Trial, TriedText } from '../newsroom/glossary-trial.ts'
import { Diff } from './differences.tsx'

interface TrialProps {
  /** Null while the entry is not complete. */
  trial: Trial | null
  kind: string
  sentence: string
  language: Edition
}

/** What an entry does: a part of its form, also by itself while somebody types. */
export function TrialResult({ trial, kind, sentence, language }: TrialProps) {
  const messages = glossaryMessagesFor(language)
  if (!trial) return <p>{messages.trialEmpty}</p>
  const { words, sentences } = trial
  const isNeedless = kind === 'term' && words.every(({ without, result }) => without === result)
  return (
    <>
      {[...words, ...sentences].map((tried) => (
        <Tried tried={tried} language={language} />
      ))}
      {isNeedless ? <p class="notice">{messages.needless}</p> : null}
      {sentence !== '' && sentences.length === 0 ? <p class="notice">{messages.absent}</p> : null}
    </>
  )
}

function Tried({ tried, language }: { tried: TriedText; language: Edition }) {
  const { original, without, withIt, to } = glossaryMessagesFor(language)
  const { edition, text, result } = tried
  const { lang } = EDITIONS[edition]
  return (
    <>
      <p>
        <b>{to[edition]}</b>
      </p>
      <dl class="tried">
        <dt>{original}</dt>
        <dd lang={EDITIONS[otherChinese(edition)].lang}>{text}</dd>
        <dt>{without}</dt>
        <dd lang={lang}>{tried.without}</dd>
        <dt>{withIt}</dt>
        <dd lang={lang}>
          <Diff before={tried.without} after={result} language={language} />
        </dd>
      </dl>
    </>
  )
}
