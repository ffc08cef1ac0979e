import type { ArticleContent } from '../article/content.ts'
import type { StoredRevision } from '../db/drafts.ts'
import type { Choices } from '../db/working-copy.ts'
import { dateAndTime } from '../edition/dates.ts'
import { EDITIONS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { adminHref } from '../routes.ts'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { GROUPS, LISTS, SIDES, sideEdition } from './article-form.ts'
import { comparedParts, contentParts, partLabel } from './content-text.ts'
import { Differences } from './differences.tsx'
import { HiddenValues } from './edition-words.tsx'

export interface ConflictProps {
  frame: AdminFrame
  articleId: number
  /** What this editor sent. */
  mine: ArticleContent
  newest: StoredRevision
  choices: Choices
}

/** 409: two editors met. Both texts are on the page in full, and the one that was not saved is in its form. */
export function ConflictPage({ frame, articleId, mine, newest, choices }: ConflictProps) {
  const { language } = frame.editor
  const { conflict, revisions } = adminMessagesFor(language)
  return (
    <AdminDocument
      frame={frame}
      title={conflict.title}
      form={{ id: 'conflict', action: adminHref.article(articleId) }}
      wide
    >
      <p>{conflict.intro(newest.savedBy, dateAndTime(newest.savedAtMs, language))}</p>
      <form id="conflict" method="post" action={adminHref.article(articleId)} enctype="multipart/form-data">
        <input type="hidden" name="version" value={String(newest.number)} />
        <input type="hidden" name="uiLanguage" value={language} />
        <input type="hidden" name="met" value="yes" />
        <HiddenContent content={mine} />
        <p class="hint">{conflict.explain}</p>
        <p class="actions">
          <button type="submit" class="main">
            {conflict.keepMine}
          </button>
          <a class="button" href={adminHref.article(articleId)}>
            {conflict.keepTheirs}
          </a>
        </p>
      </form>
      <h2>{revisions.changes}</h2>
      <Differences
        parts={comparedParts(contentParts(newest.content, choices, language), contentParts(mine, choices, language))}
        language={language}
        none={conflict.same}
      />
      <div class="two">
        <Whole title={conflict.theirs} content={newest.content} {...{ choices, language }} />
        <Whole title={conflict.mine} content={mine} {...{ choices, language }} />
      </div>
    </AdminDocument>
  )
}

function Whole({ title, ...shown }: WholeProps & { title: string }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <WholeContent {...shown} />
    </section>
  )
}

interface WholeProps {
  content: ArticleContent
  choices: Choices
  language: Edition
}

/** Every filled part of an article as plain text. */
export function WholeContent({ content, choices, language }: WholeProps) {
  return (
    <>
      {contentParts(content, choices, language)
        .filter(({ text }) => text !== '')
        .map((part) => (
          <>
            <h3>{partLabel(part, language)}</h3>
            <div class="text" lang={part.edition ? EDITIONS[part.edition].lang : undefined}>
              {part.text}
            </div>
          </>
        ))}
    </>
  )
}

/** A whole article as hidden controls, named as in its form. */
function HiddenContent({ content }: { content: ArticleContent }) {
  const pairs: [string, string][] = [
    ['kind', content.kind],
    ['slug', content.slug],
    ['datelineDate', content.datelineDate],
    ['sourceEdition', content.sourceEdition],
  ]
  if (content.leadPhoto) pairs.push(['leadPhoto', content.leadPhoto])
  for (const [part, value] of Object.entries(content.invitation ?? {})) pairs.push([`invitation.${part}`, value])
  for (const list of LISTS) {
    for (const key of content[list]) pairs.push([list, key])
  }
  content.overrides.forEach(({ from, to, note }, index) => {
    pairs.push([`overrides.${index}.from`, from], [`overrides.${index}.to`, to], [`overrides.${index}.note`, note])
  })
  for (const side of SIDES) {
    const words = content.written[sideEdition(side, content)]
    if (!words) continue
    for (const name of ['label', 'title', 'subtitle', 'summary', 'place', 'venue', 'body'] as const) {
      pairs.push([`${side}.${name}`, words[name] ?? ''])
    }
    for (const group of ['downloads', 'facts', 'related'] as const) {
      const rows: readonly Readonly<Record<string, string>>[] = words[group].map((row) => ({ ...row }))
      rows.forEach((row, index) => {
        for (const part of GROUPS[group]) pairs.push([`${side}.${group}.${index}.${part}`, row[part] ?? ''])
      })
    }
  }
  return <HiddenValues pairs={pairs} />
}
