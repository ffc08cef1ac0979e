import { messagesFor } from '../edition/messages/messages.ts'
import { Document } from '../ui/document.tsx'
import type { Frame } from '../ui/frame.ts'

/** The articles that this device keeps. The list is filled by a script: only the device knows it. */
export function SavedPage({ frame }: { frame: Frame }) {
  const messages = messagesFor(frame.view.edition).savedPage
  return (
    <Document frame={frame} title={messages.title} description={messages.intro}>
      <h1 class="page-title">{messages.title}</h1>
      <p class="summary">{messages.intro}</p>
      <div
        data-behaviour="saved-list"
        data-empty={messages.empty}
        data-saved-at={messages.savedAt}
        data-offline={messages.offline}
      >
        <p>{messages.needsScript}</p>
      </div>
      <p class="note">{messages.limit}</p>
    </Document>
  )
}
