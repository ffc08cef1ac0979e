import { html, raw } from 'hono/html'
import { DEFAULT_EDITION, EDITION_KEYS, EDITIONS } from '../edition/editions.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { stylesheet } from './stylesheet.ts'

/** 503 for every address: needs neither the database nor the reader's edition, so it says the same thing in all three. */
export function UnavailablePage() {
  return html`<!doctype html>${(
    <html lang={EDITIONS[DEFAULT_EDITION].lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{messagesFor(DEFAULT_EDITION).errors.unavailableTitle}</title>
        <style>{raw(stylesheet)}</style>
      </head>
      <body>
        <main class="wrap">
          <h1 class="hidden">503</h1>
          {EDITION_KEYS.map((edition) => (
            <section lang={EDITIONS[edition].lang}>
              <h2>{messagesFor(edition).errors.unavailableTitle}</h2>
              <p>{messagesFor(edition).errors.unavailableBody}</p>
            </section>
          ))}
        </main>
      </body>
    </html>
  )}`
}
