import type { PressPhoto, PublishedInvitation, PublishedPhoto } from '../article/published.ts'
import { dateAndTime, eventTime, isoHongKong } from '../edition/dates.ts'
import type { Edition } from '../edition/editions.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { href } from '../routes.ts'
import { PART_IDS } from './article-parts.tsx'
import { Words } from './words.tsx'

/** The photo at the head of an article: the one picture that is not lazy, because readers see it first. */
export function LeadPhoto({ edition, photo, images }: { edition: Edition; photo: PublishedPhoto; images: boolean }) {
  const { src, srcset, sources = [], sizes, width, height, alt } = photo
  if (!images) return <PhotoAsText edition={edition} photo={photo} />
  const picture = (
    <img
      src={src}
      srcset={srcset || undefined}
      sizes={srcset ? sizes : undefined}
      width={width}
      height={height}
      alt={alt}
      fetchpriority="high"
      decoding="async"
    />
  )
  return (
    <figure class="photo">
      {sources.length === 0 ? (
        picture
      ) : (
        <picture>
          {sources.map(({ type, srcset: candidates }) => (
            <source type={type} srcset={candidates} sizes={sizes} />
          ))}
          {picture}
        </picture>
      )}
      <PhotoCaption edition={edition} photo={photo} />
    </figure>
  )
}

function PhotoCaption({ edition, photo }: { edition: Edition; photo: PublishedPhoto }) {
  const { caption = '', credit = '' } = photo
  if (caption === '' && credit === '') return null
  return (
    <figcaption>
      {caption === '' ? null : <Words text={caption} edition={edition} />}
      {caption === '' || credit === '' ? null : ' '}
      {credit === '' ? null : (
        <small>
          <Words text={credit} edition={edition} />
        </small>
      )}
    </figcaption>
  )
}

/** What stands for the picture in the text-only view: its description, which leads to it. */
function PhotoAsText({ edition, photo }: { edition: Edition; photo: PublishedPhoto }) {
  const { src, alt, caption = '' } = photo
  if (alt === '' && caption === '') return null
  return (
    <p class="picture">
      {alt === '' ? null : <a href={src}>{messagesFor(edition).article.showImage(alt)}</a>}{' '}
      {caption === '' ? null : <Words text={caption} edition={edition} />}
    </p>
  )
}

/** Whole photos for the press: each link names what it is, its pixels and its megabytes. */
export function PressPhotos({ edition, photos }: { edition: Edition; photos: readonly PressPhoto[] }) {
  if (photos.length === 0) return null
  const messages = messagesFor(edition).article
  return (
    <section class="box" aria-label={messages.pressPhotos}>
      <h2>{messages.pressPhotos}</h2>
      <ul>
        {photos.map((photo, index) => (
          <li>
            <a href={photo.url} download>
              <Words text={messages.pressPhoto(index + 1, photo)} edition={edition} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface InvitationProps {
  edition: Edition
  /** '' before its time, when there is no file for one's calendar yet. */
  slug: string
  invitation: PublishedInvitation
}

/** When, where, to whom to reply until when, and the event for one's calendar. */
export function Invitation({ edition, slug, invitation }: InvitationProps) {
  const messages = messagesFor(edition).article
  const { startsAtMs, endsAtMs, venue, replyTo, replyByMs } = invitation
  return (
    <section class="box" id={PART_IDS.invitation} tabindex={-1} aria-label={messages.invitation}>
      <h2>{messages.invitation}</h2>
      <dl class="pairs">
        <dt>{messages.eventTime}</dt>
        <dd>
          <time datetime={isoHongKong(startsAtMs)}>{eventTime(startsAtMs, endsAtMs, edition)}</time>
        </dd>
        {venue === '' ? null : (
          <>
            <dt>{messages.venue}</dt>
            <dd>
              <Words text={venue} edition={edition} />
            </dd>
          </>
        )}
        {replyTo === '' ? null : (
          <>
            <dt>{messages.replyTo}</dt>
            <dd>
              <a href={`mailto:${replyTo}`}>{replyTo}</a>
            </dd>
          </>
        )}
        {replyByMs === null ? null : (
          <>
            <dt>{messages.replyBy}</dt>
            <dd>
              <time datetime={isoHongKong(replyByMs)}>{dateAndTime(replyByMs, edition)}</time>
            </dd>
          </>
        )}
      </dl>
      {slug === '' ? null : (
        <p>
          <a href={href.articleCalendar(edition, slug)}>{messages.addToCalendar}</a>
        </p>
      )}
    </section>
  )
}
