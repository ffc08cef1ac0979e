import type { Finding } from '../article/finding.ts'
import { EDITIONS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { CHECKS, type CheckEntry, type ChecklistRow } from '../newsroom/checklist.ts'
import { adminHref } from '../routes.ts'
import { fieldId } from '../ui/field.tsx'

interface Props {
  rows: readonly ChecklistRow[]
  language: Edition
}

/** The form of an article, at one of its controls. */
function fieldHref(articleId: number | undefined, field: string): string {
  return `${articleId === undefined ? '' : adminHref.article(articleId)}#${fieldId(field)}`
}

/** Where a finding is put right: the photo's own page where its words are missing, else a control of the form. */
function findingHref(articleId: number | undefined, { rule, edition, field, params }: Finding): string {
  if (rule === 'photo-alt-missing') return adminHref.photoByKey(String(params.key))
  return fieldHref(articleId, field === 'leadPhoto' ? field : `${edition === 'en' ? 'en' : 'zh'}.${field}`)
}

/** One row for each edition. What stands against publication is said in words and leads to its field. */
export function Checklist({ rows, articleId, language }: Props & { articleId: number }) {
  const { publication } = adminMessagesFor(language)
  const all = rows.flatMap(({ findings }) => findings)
  return (
    <>
      <h2 id="checklist-title">{publication.checklist}</h2>
      <p>{publication.checklistCaption}</p>
      <section class="scroll" tabindex={0} aria-labelledby="checklist-title">
        <table>
          <thead>
            <tr>
              <th scope="col">{publication.edition}</th>
              {CHECKS.map((check) => (
                <th scope="col">{publication.columns[check]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ edition, entries, findings }) => (
              <tr>
                <th scope="row" lang={EDITIONS[edition].lang}>
                  {EDITIONS[edition].name}
                </th>
                {CHECKS.map((check) => (
                  <td>
                    <Entry
                      entry={entries[check]}
                      articleId={articleId}
                      findings={[...findings, ...all]}
                      language={language}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

interface EntryProps {
  entry: CheckEntry
  articleId: number
  /** What was found, in this edition first. */
  findings: readonly Finding[]
  language: Edition
}

function Entry({ entry, articleId, findings, language }: EntryProps) {
  const { publication } = adminMessagesFor(language)
  const { level, detail, asIn } = entry
  if (!detail) return level === 'none' ? publication.notApplicable : publication.ok
  const words = {
    ok: publication.ok,
    warn: publication.warn,
    block: publication.block,
    none: publication.notApplicable,
  }
  const same = asIn ? publication.asIn(EDITIONS[asIn].name) : ''
  const text = `${words[level]}${language === 'en' ? ': ' : '：'}${publication.details[detail]}${same}`
  const address = entryHref(entry, articleId, findings)
  if (!address) return <span>{text}</span>
  return (
    <a class={level === 'block' ? 'target block' : 'target'} href={address}>
      {text}
    </a>
  )
}

/** Where an entry is put right: a control of the form, the desk, or the photo whose words are missing. */
function entryHref({ detail, field }: CheckEntry, articleId: number, findings: readonly Finding[]): string | undefined {
  const photo = findings.find(({ rule }) => rule === 'photo-alt-missing')
  if (detail === 'alt-missing' && photo) return findingHref(articleId, photo)
  if (detail === 'not-checked' || detail === 'checked-older') return adminHref.conversion(articleId)
  return field && fieldHref(articleId, field)
}

/** What the content checks found, in words, each with the way to its field; on the form itself without `articleId`. */
export function Findings({ rows, articleId, language }: Props & { articleId?: number }) {
  const { publication } = adminMessagesFor(language)
  const isEmpty = rows.every(({ findings, repeats }) => findings.length === 0 && repeats === null)
  return (
    <section aria-labelledby="findings-title">
      <h2 id="findings-title">{publication.findings}</h2>
      {isEmpty ? <p>{publication.findingsNone}</p> : null}
      {rows.map(({ edition, findings, repeats }) =>
        findings.length === 0 && repeats === null ? null : (
          <>
            <h3 lang={EDITIONS[edition].lang}>{EDITIONS[edition].name}</h3>
            {repeats ? <p>{publication.findingsAsIn(EDITIONS[repeats].name)}</p> : null}
            {findings.length === 0 ? null : (
              <ul class="list">
                {findings.map((finding) => (
                  <li>
                    <a href={findingHref(articleId, finding)}>
                      <FindingWords finding={finding} edition={edition} language={language} />
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </>
        ),
      )}
    </section>
  )
}

interface FindingProps {
  finding: Finding
  /** The edition in which it was found. */
  edition: Edition
  language: Edition
}

/** One sentence; the words of the article in it keep their own language. */
function FindingWords({ finding: { rule, severity, params, excerpt }, edition, language }: FindingProps) {
  const { publication } = adminMessagesFor(language)
  const level = severity === 'blocks' ? publication.block : publication.warn
  const missingIn =
    EDITIONS[params.missingIn === 'en' ? 'en' : params.missingIn === 'zh-hans' ? 'zh-hans' : 'zh-hant'].name
  const words = rule === 'fact-missing' ? publication.rules[rule](excerpt, missingIn) : publication.rules[rule](excerpt)
  const at = excerpt === '' ? -1 : words.indexOf(excerpt)
  const own = <span lang={EDITIONS[edition].lang}>{excerpt}</span>
  return (
    <span>
      {level}
      {language === 'en' ? ': ' : '：'}
      {at < 0 ? words : words.slice(0, at)}
      {at < 0 ? null : own}
      {at < 0 ? null : words.slice(at + excerpt.length)}
      {at >= 0 || excerpt === '' ? null : (
        <>
          {language === 'en' ? ' – ' : '——'}
          {own}
        </>
      )}
    </span>
  )
}

/** Headings, links and changes of voice, as a screen reader lists them. */
export function ListeningOutlines({ rows, language }: Props) {
  const { publication } = adminMessagesFor(language)
  return (
    <>
      <h2>{publication.listening}</h2>
      <p>{publication.listeningIntro}</p>
      {rows.map(({ edition, outline }) =>
        outline ? (
          <details>
            <summary lang={EDITIONS[edition].lang}>{EDITIONS[edition].name}</summary>
            <Listed
              title={publication.headings}
              none={publication.nothing}
              lang={outline.lang}
              items={outline.headings.map(({ level, text }) => `${level}. ${text}`)}
            />
            <Listed
              title={publication.links}
              none={publication.nothing}
              lang={outline.lang}
              items={outline.links.map(({ text, vague }) => (vague ? `${text} (${publication.warn})` : text))}
            />
            <Listed
              title={publication.languageChanges}
              none={publication.nothing}
              lang={outline.lang}
              items={outline.languageChanges.map(({ lang, text }) => `${lang}: ${text}`)}
            />
          </details>
        ) : null,
      )}
    </>
  )
}

function Listed({ title, none, lang, items }: { title: string; none: string; lang: string; items: readonly string[] }) {
  return (
    <>
      <h3>{title}</h3>
      {items.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul class="list" lang={lang}>
          {items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      )}
    </>
  )
}
