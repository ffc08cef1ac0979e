import { EDITION_KEYS, EDITIONS } from '../edition/editions.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { Document } from '../ui/document.tsx'
import type { Frame } from '../ui/frame.ts'

/** The names of the editions as `data-zh-hant` and so on, for the script that fills the list. */
function editionNames(): Record<string, string> {
  return Object.fromEntries(EDITION_KEYS.map((edition) => [`data-${edition}`, EDITIONS[edition].name]))
}

/** The articles that this device keeps. The list is filled by a script: only the device knows it. */
export function SavedPage({ frame }: { frame: Frame }) {
  const messages = messagesFor(frame.view.edition).savedPage
  return (
    <Document lists frame={frame} title={messages.title} description={messages.intro}>
      <h1 class="page-title">{messages.title}</h1>
      <p class="summary">{messages.intro}</p>
      <p class="notice" data-behaviour="offline-notice" hidden>
        {messages.offline}
      </p>
      <ol class="news" data-behaviour="saved-list" data-text={messages.savedAt} {...editionNames()} hidden />
      <div data-behaviour="saved-empty">
        <p>{messages.empty}</p>
        <noscript>
          <p>{messages.needsScript}</p>
        </noscript>
      </div>
      <p class="note">{messages.limit}</p>
    </Document>
  )
}
