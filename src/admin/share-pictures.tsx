import type { Context } from 'hono'
import { includesRole } from '../article/roles.ts'
import { EDITIONS, parseEdition } from '../edition/editions.ts'
import { IDENTITY } from '../edition/identity.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import type { AppEnv } from '../env.ts'
import { purgePortOf } from '../http/purge-port.ts'
import { type SharePictureStatus, storeSharePicture } from '../newsroom/share-pictures.ts'
import { ADMIN, adminHref } from '../routes.ts'
import type { AdminFrame } from './admin-document.tsx'
import { numberParam } from './request.ts'

/** Takes in a picture that the editor's browser has drawn: 204, or the problem as JSON for the script that sent it. */
export async function uploadSharePicture(c: Context<AppEnv>) {
  const { db, editor, nowMs } = c.var
  const form = await c.req.formData()
  const edition = parseEdition(c.req.param('edition') ?? '')
  const [title, file] = [form.get('title'), form.get('picture')]
  if (!edition) return c.json({ problem: 'no-edition' }, 404)
  if (typeof title !== 'string' || title === '' || !(file instanceof File)) return c.json({ problem: 'empty' }, 422)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const upload = { articleId: numberParam(c, 'id'), edition, title: title.replace(/\r\n/g, '\n'), bytes }
  const shared = { by: editor.email, purge: purgePortOf(c.executionCtx), nowMs }
  const answer = await storeSharePicture(db, c.env, { ...upload, ...shared })
  if (answer.ok) return c.body(null, 204)
  return c.json({ problem: answer.problem }, answer.problem === 'no-article' ? 404 : 422)
}

interface SharePicturesProps {
  frame: AdminFrame
  articleId: number
  statuses: readonly SharePictureStatus[]
}

/** Says in words which pictures there are; the script draws those that are not, and its buttons appear with it. */
export function SharePictures({ frame, articleId, statuses }: SharePicturesProps) {
  const { language, role } = frame.editor
  const { sharePictures: messages, form } = adminMessagesFor(language)
  const { drawing, drawn, failed, glyphs } = messages.states
  const draws = includesRole(role, ADMIN.sharePicture.least.POST)
  const words = { drawing, drawn, failed, 'missing-glyphs': glyphs }
  const data = Object.fromEntries(Object.entries(words).map(([state, text]) => [`data-words-${state}`, text]))
  return (
    <section
      aria-labelledby="share-pictures"
      data-behaviour={draws ? 'share-pictures' : undefined}
      data-accent={IDENTITY.colours.light.accent}
      data-words={`{name}${form.more('{state}')}`}
      {...data}
    >
      <h2 id="share-pictures">{messages.title}</h2>
      <p>{messages.intro}</p>
      <ul class="list">
        {statuses.map((status) => (
          <SharePictureLine {...{ frame, articleId, status }} />
        ))}
      </ul>
      <p role="status" data-part="report" />
    </section>
  )
}

function SharePictureLine({
  frame,
  articleId,
  status,
}: Omit<SharePicturesProps, 'statuses'> & { status: SharePictureStatus }) {
  const { edition, state, title, siteName } = status
  const messages = adminMessagesFor(frame.editor.language).sharePictures
  const { name, lang } = EDITIONS[edition]
  return (
    <li
      data-url={adminHref.sharePicture(articleId, edition)}
      data-title={title}
      data-site-name={siteName}
      data-lang={lang}
      data-state={state}
    >
      <b lang={lang} data-part="name">
        {name}
      </b>{' '}
      <span data-part="state">{messages.states[state]}</span>{' '}
      <button type="button" hidden aria-label={messages.againLabel(name)}>
        {messages.again}
      </button>
    </li>
  )
}
