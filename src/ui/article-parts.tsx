import type { Child } from 'hono/jsx'
import type { Download, Fact, RelatedLink } from '../article/content.ts'
import { displayPhone } from '../article/phone.ts'
import type { Correction, PublishedBoilerplate, PublishedContact } from '../article/published.ts'
import type { SafeHtml } from '../article/safe-html.ts'
import { isDriveUrl } from '../article/safe-url.ts'
import { fullDate, isoHongKong } from '../edition/dates.ts'
import type { Edition } from '../edition/editions.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { SafeBlock } from './safe-block.tsx'
import { Words } from './words.tsx'

/** Fragments that the skip links and the contents lead to. */
export const PART_IDS = {
  facts: 'facts',
  downloads: 'downloads',
  invitation: 'invitation',
  contacts: 'contacts',
  corrections: 'corrections',
} as const

function Part({ id, title, children }: { id?: string; title: string; children?: Child }) {
  return (
    <section class="box" id={id} tabindex={id ? -1 : undefined}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** Corrections stand before the text that they correct. */
export function Corrections({ edition, corrections }: { edition: Edition; corrections: readonly Correction[] }) {
  if (corrections.length === 0) return null
  const messages = messagesFor(edition).article
  return (
    <section class="notice" id={PART_IDS.corrections} aria-label={messages.corrections}>
      <h2>{messages.corrections}</h2>
      <ul>
        {corrections.map(({ atMs, note }) => (
          <li>
            <time datetime={isoHongKong(atMs)}>{fullDate(atMs, edition)}</time>
            {edition === 'en' ? ': ' : '：'}
            <Words text={note} edition={edition} />
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Facts({ edition, facts }: { edition: Edition; facts: readonly Fact[] }) {
  if (facts.length === 0) return null
  return (
    <Part id={PART_IDS.facts} title={messagesFor(edition).article.facts}>
      <dl class="pairs">
        {facts.map(({ term, detail }) => (
          <>
            <dt>
              <Words text={term} edition={edition} />
            </dt>
            <dd>
              <Words text={detail} edition={edition} />
            </dd>
          </>
        ))}
      </dl>
    </Part>
  )
}

export function Downloads({ edition, downloads }: { edition: Edition; downloads: readonly Download[] }) {
  if (downloads.length === 0) return null
  const messages = messagesFor(edition).article
  return (
    <Part id={PART_IDS.downloads} title={messages.downloads}>
      <ul>
        {downloads.map(({ label, url, caption }) => (
          <li>
            <a href={url} rel="noopener">
              <span>
                <Words text={label} edition={edition} />
              </span>
            </a>
            {isDriveUrl(url) ? <p class="note">{messages.driveNote}</p> : null}
            {caption === '' ? null : (
              <p class="note">
                <Words text={caption} edition={edition} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Part>
  )
}

export function Contacts({ edition, contacts }: { edition: Edition; contacts: readonly PublishedContact[] }) {
  if (contacts.length === 0) return null
  return (
    <Part id={PART_IDS.contacts} title={messagesFor(edition).article.mediaEnquiries}>
      <ContactList edition={edition} contacts={contacts} />
    </Part>
  )
}

/** People with their organisation, telephone and e-mail, each a link. */
export function ContactList({ edition, contacts }: { edition: Edition; contacts: readonly PublishedContact[] }) {
  return (
    <ul class="people">
      {contacts.map((contact) => (
        <li>
          <ContactCard edition={edition} contact={contact} />
        </li>
      ))}
    </ul>
  )
}

function ContactCard({ edition, contact }: { edition: Edition; contact: PublishedContact }) {
  const messages = messagesFor(edition).article
  const { organisation, name, role, phone, email } = contact
  return (
    <>
      <p>
        <b>
          <Words text={organisation} edition={edition} />
        </b>
        <br />
        <Words text={role === '' ? name : `${name}${edition === 'en' ? ', ' : '　'}${role}`} edition={edition} />
      </p>
      <dl class="pairs">
        {phone === '' ? null : (
          <>
            <dt>{messages.phone}</dt>
            <dd>
              <a href={`tel:${phone}`}>{displayPhone(phone)}</a>
            </dd>
          </>
        )}
        {email === '' ? null : (
          <>
            <dt>{messages.email}</dt>
            <dd>
              <a href={`mailto:${email}`}>{email}</a>
            </dd>
          </>
        )}
      </dl>
    </>
  )
}

type ShownBoilerplate = Omit<PublishedBoilerplate, 'html'> & { html: SafeHtml }

export function Boilerplates({
  edition,
  boilerplates,
}: {
  edition: Edition
  boilerplates: readonly ShownBoilerplate[]
}) {
  const messages = messagesFor(edition).article
  return (
    <>
      {boilerplates.map(({ heading, html, url }) => (
        <Part title={heading}>
          <SafeBlock html={html} />
          {url === '' ? null : (
            <p>
              {messages.website}
              {edition === 'en' ? ': ' : '：'}
              <a href={url}>{url.replace(/^https?:\/\//, '').replace(/\/$/, '')}</a>
            </p>
          )}
        </Part>
      ))}
    </>
  )
}

export function RelatedLinks({ edition, links }: { edition: Edition; links: readonly RelatedLink[] }) {
  if (links.length === 0) return null
  return (
    <Part title={messagesFor(edition).article.relatedLinks}>
      <ul>
        {links.map(({ label, url }) => (
          <li>
            <a href={url}>
              <span>
                <Words text={label} edition={edition} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Part>
  )
}
