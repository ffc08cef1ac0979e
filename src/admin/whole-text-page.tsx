import { EDITIONS, otherChinese } from '../edition/editions.ts'
import { deskMessagesFor } from '../edition/messages/admin-desk.ts'
import type { PairedStretch, PairedText } from '../newsroom/paired-texts.ts'
import { adminHref } from '../routes.ts'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { ArticleTabs } from './article-tabs.tsx'

interface WholeTextProps {
  frame: AdminFrame
  articleId: number
  source: 'zh-hant' | 'zh-hans'
  heading: string
  texts: readonly PairedText[]
}

/** Every paragraph of the original with its conversion behind it, so that the two are read in turns. */
export function WholeTextPage({ frame, articleId, source, heading, texts }: WholeTextProps) {
  const { language } = frame.editor
  const messages = deskMessagesFor(language)
  const derived = otherChinese(source)
  return (
    <AdminDocument frame={frame} title={messages.wholeTitle(heading)} wide>
      <ArticleTabs articleId={articleId} editor={frame.editor} current="conversion" />
      <p>
        <a class="target" href={adminHref.conversion(articleId)}>
          {messages.back}
        </a>
      </p>
      <p>{texts.length === 0 ? messages.noChinese : messages.wholeIntro}</p>
      <dl class="pairs">
        {texts.map(({ stretches }) => (
          <div>
            <dt lang={EDITIONS[source].lang}>
              <span class="hidden" lang={EDITIONS[language].lang}>
                {messages.source}
              </span>
              <Stretches stretches={stretches} side="from" />
            </dt>
            <dd lang={EDITIONS[derived].lang}>
              <span class="hidden" lang={EDITIONS[language].lang}>
                {messages.result}
              </span>
              <Stretches stretches={stretches} side="to" />
            </dd>
          </div>
        ))}
      </dl>
    </AdminDocument>
  )
}

function Stretches({ stretches, side }: { stretches: readonly PairedStretch[]; side: 'from' | 'to' }) {
  return (
    <>
      {stretches.map((stretch) => {
        if (stretch.kind === 'same') return stretch[side]
        return stretch.kind === 'doubtful' ? <mark>{stretch[side]}</mark> : <u>{stretch[side]}</u>
      })}
    </>
  )
}
