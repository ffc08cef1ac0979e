import type { PublishedContact } from '../article/published.ts'
import { IDENTITY } from '../edition/identity.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { ContactList } from '../ui/article-parts.tsx'
import { Document } from '../ui/document.tsx'
import type { Frame } from '../ui/frame.ts'

export function ContactPage({ frame, contacts }: { frame: Frame; contacts: readonly PublishedContact[] }) {
  const { edition } = frame.view
  const messages = messagesFor(edition).contactPage
  return (
    <Document frame={frame} title={messages.title} description={messages.intro}>
      <h1 class="page-title">{messages.title}</h1>
      <p class="subtitle">{messages.intro}</p>
      <section class="box" aria-labelledby="press-title">
        <h2 id="press-title">{messages.pressContacts}</h2>
        {contacts.length === 0 ? <p>{messages.empty}</p> : <ContactList edition={edition} contacts={contacts} />}
      </section>
      <section class="box" aria-labelledby="desk-title">
        <h2 id="desk-title">{messages.desk}</h2>
        <p>{messages.deskBody}</p>
        <p>
          <a href={`mailto:${IDENTITY.deskEmail}`}>{IDENTITY.deskEmail}</a>
        </p>
      </section>
    </Document>
  )
}
