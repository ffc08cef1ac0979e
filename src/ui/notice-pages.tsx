import type { Child } from 'hono/jsx'
import { dateAndTime, fullDate } from '../edition/dates.ts'
import type { Edition } from '../edition/editions.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { href } from '../routes.ts'
import { Document } from './document.tsx'
import type { Frame } from './frame.ts'
import { Words } from './words.tsx'

/** A page that says one thing and offers the ways on. Not for search engines. */
function NoticePage({ frame, title, children }: { frame: Frame; title: string; children?: Child }) {
  return (
    <NoticeDocument frame={frame} title={title}>
      <h1 class="page-title">{title}</h1>
      {children}
    </NoticeDocument>
  )
}

/** The same with a heading of its own. */
function NoticeDocument({ frame, title, children }: { frame: Frame; title: string; children?: Child }) {
  const { view } = frame
  const messages = messagesFor(view.edition)
  return (
    <Document frame={frame} title={title} noindex>
      {children}
      <nav aria-label={messages.errors.tryThese}>
        <p>{messages.errors.tryThese}</p>
        <ul>
          <li>
            <a href={href.home(view)}>{messages.latest}</a>
          </li>
          <li>
            <a href={href.archive(view)}>{messages.archive}</a>
          </li>
          <li>
            <a href={href.search(view)}>{messages.search}</a>
          </li>
        </ul>
      </nav>
    </Document>
  )
}

/** 404 */
export function NotFoundPage({ frame }: { frame: Frame }) {
  const { notFoundTitle, notFoundBody } = messagesFor(frame.view.edition).errors
  return (
    <NoticePage frame={frame} title={notFoundTitle}>
      <p>{notFoundBody}</p>
    </NoticePage>
  )
}

/** 400 */
export function BadRequestPage({ frame }: { frame: Frame }) {
  const { badRequestTitle, badRequestBody } = messagesFor(frame.view.edition).errors
  return (
    <NoticePage frame={frame} title={badRequestTitle}>
      <p>{badRequestBody}</p>
    </NoticePage>
  )
}

/** 405 */
export function MethodNotAllowedPage({ frame }: { frame: Frame }) {
  const { methodTitle, methodBody } = messagesFor(frame.view.edition).errors
  return (
    <NoticePage frame={frame} title={methodTitle}>
      <p>{methodBody}</p>
    </NoticePage>
  )
}

/** 429 */
export function TooManyRequestsPage({ frame }: { frame: Frame }) {
  const { title, body } = messagesFor(frame.view.edition).tooManyRequests
  return (
    <NoticePage frame={frame} title={title}>
      <p>{body}</p>
    </NoticePage>
  )
}

/** 500 */
export function InternalErrorPage({ frame }: { frame: Frame }) {
  const { internalTitle, internalBody } = messagesFor(frame.view.edition).errors
  return (
    <NoticePage frame={frame} title={internalTitle}>
      <p>{internalBody}</p>
    </NoticePage>
  )
}

/** 410: the article was withdrawn; its address says when and why. */
export function WithdrawnPage({ frame, ...withdrawal }: { frame: Frame; withdrawnAtMs: number; reason: string }) {
  const { edition } = frame.view
  return (
    <NoticeDocument frame={frame} title={messagesFor(edition).withdrawn.title}>
      <WithdrawalNotice edition={edition} {...withdrawal} />
    </NoticeDocument>
  )
}

/** When and why an article was withdrawn. */
export function WithdrawalNotice({
  edition,
  withdrawnAtMs,
  reason,
}: {
  edition: Edition
  withdrawnAtMs: number
  reason: string
}) {
  const messages = messagesFor(edition).withdrawn
  return (
    <>
      <h1 class="page-title">{messages.title}</h1>
      <p>{messages.body(fullDate(withdrawnAtMs, edition))}</p>
      {reason === '' ? null : (
        <p>
          {messages.reason}
          {edition === 'en' ? ': ' : '：'}
          <Words text={reason} edition={edition} />
        </p>
      )}
    </>
  )
}

/** An embargoed article's address before its time: the moment, and nothing else about it. */
export function EmbargoedPage({ frame, untilMs }: { frame: Frame; untilMs: number }) {
  const { edition } = frame.view
  return (
    <NoticeDocument frame={frame} title={messagesFor(edition).embargoed.title}>
      <EmbargoNotice edition={edition} untilMs={untilMs} />
    </NoticeDocument>
  )
}

/** When an embargo ends. */
export function EmbargoNotice({ edition, untilMs }: { edition: Edition; untilMs: number }) {
  const messages = messagesFor(edition).embargoed
  return (
    <>
      <h1 class="page-title">{messages.title}</h1>
      <p>{messages.body(dateAndTime(untilMs, edition))}</p>
    </>
  )
}
