import type { EditionStatus } from '../article/states.ts'
import { assertUnreachable } from '../article/unreachable.ts'
import { dateAndTime } from '../edition/dates.ts'
import type { Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'

/** What an edition is, in words, with Hong Kong times. */
export function statusWords(status: EditionStatus, language: Edition): string {
  const { states } = adminMessagesFor(language)
  const at = (ms: number) => dateAndTime(ms, language)
  switch (status.kind) {
    case 'empty':
      return states.empty
    case 'draft':
      return states.draft
    case 'scheduled':
      return states.scheduled(at(status.atMs)) + (status.changed ? states.changesLeftOut : '')
    case 'embargoed':
      return states.embargoed(at(status.untilMs)) + (status.changed ? states.changesLeftOut : '')
    case 'published':
      return status.changed ? states.publishedChanged(at(status.atMs)) : states.published(at(status.atMs))
    case 'withdrawn':
      return states.withdrawn(at(status.atMs))
    default:
      return assertUnreachable(status)
  }
}
