import { html, raw } from 'hono/html'
import { DEFAULT_EDITION, EDITION_KEYS, EDITIONS, type Edition } from '../edition/editions.ts'
import { IDENTITY } from '../edition/identity.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { photoMessagesFor } from '../edition/messages/admin-photos.ts'
import { adminHref } from '../routes.ts'
import { adminStylesheet } from './admin-stylesheet.ts'

/** Why somebody may not use the editors' side, or this part of it. */
export type Refusal =
  | { reason: 'stranger' | 'forged' | 'too-large' | 'photo-too-large' }
  | { reason: 'unknown'; email: string }
  | { reason: 'role'; email: string; administrators: readonly string[] }

export function statusOfRefusal({ reason }: Refusal): 403 | 413 {
  return reason === 'too-large' || reason === 'photo-too-large' ? 413 : 403
}

/** 403 or 413 of the editors' side: says whom to ask. It may not know who reads it, so it speaks all three languages. */
export function RefusedPage({ refusal }: { refusal: Refusal }) {
  const askedFirst = refusal.reason === 'role' && refusal.administrators.length > 0 ? refusal.administrators : null
  const addresses = askedFirst ?? [IDENTITY.deskEmail]
  const isTooLarge = statusOfRefusal(refusal) === 413
  const titleIn = (edition: Edition) => {
    const { refused, article } = adminMessagesFor(edition)
    return isTooLarge ? article.unsaved : refused.title
  }
  return html`<!doctype html>${(
    <html lang={EDITIONS[DEFAULT_EDITION].lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{EDITION_KEYS.map(titleIn).join(' / ')}</title>
        <style>{raw(adminStylesheet)}</style>
      </head>
      <body>
        <main class="wrap">
          <h1>{statusOfRefusal(refusal)}</h1>
          {EDITION_KEYS.map((edition) => {
            const messages = adminMessagesFor(edition).refused
            return (
              <section lang={EDITIONS[edition].lang}>
                <h2>{titleIn(edition)}</h2>
                <p>
                  {refusal.reason === 'photo-too-large'
                    ? photoMessagesFor(edition).problems['too-many-bytes']
                    : messages.reasons[refusal.reason]}
                </p>
                {'email' in refusal ? <p>{messages.signedInAs(refusal.email)}</p> : null}
                <p>{messages.ask}</p>
                <ul>
                  {addresses.map((address) => (
                    <li>
                      <a class="target" href={`mailto:${address}`}>
                        {address}
                      </a>
                    </li>
                  ))}
                </ul>
                {'email' in refusal ? (
                  <p>
                    <a class="target" href={adminHref.signOut()}>
                      {messages.signOut}
                    </a>
                  </p>
                ) : null}
              </section>
            )
          })}
        </main>
      </body>
    </html>
  )}`
}
