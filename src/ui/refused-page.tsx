import { html, raw } from 'hono/html'
import { DEFAULT_EDITION, EDITION_KEYS, EDITIONS } from '../edition/editions.ts'
import { IDENTITY } from '../edition/identity.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { adminHref } from '../routes.ts'
import { adminStylesheet } from './admin-stylesheet.ts'

/** Why somebody may not use the editors' side, or this part of it. */
export type Refusal =
  | { reason: 'stranger' | 'forged' | 'too-large' }
  | { reason: 'unknown'; email: string }
  | { reason: 'role'; email: string; administrators: readonly string[] }

/** 403 of the editors' side: says whom to ask. It may not know who reads it, so it speaks all three languages. */
export function RefusedPage({ refusal }: { refusal: Refusal }) {
  const askedFirst = refusal.reason === 'role' && refusal.administrators.length > 0 ? refusal.administrators : null
  const addresses = askedFirst ?? [IDENTITY.deskEmail]
  return html`<!doctype html>${(
    <html lang={EDITIONS[DEFAULT_EDITION].lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{EDITION_KEYS.map((edition) => adminMessagesFor(edition).refused.title).join(' / ')}</title>
        <style>{raw(adminStylesheet)}</style>
      </head>
      <body>
        <main class="wrap">
          <h1>403</h1>
          {EDITION_KEYS.map((edition) => {
            const messages = adminMessagesFor(edition).refused
            return (
              <section lang={EDITIONS[edition].lang}>
                <h2>{messages.title}</h2>
                <p>{messages.reasons[refusal.reason]}</p>
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
