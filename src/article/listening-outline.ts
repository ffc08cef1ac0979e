/** An article as a screen reader lists it: what somebody meets who jumps from heading to heading or link to link. */
import { EDITIONS, type Edition } from '../edition/editions.ts'
import { isVagueLinkText } from './link-checks.ts'
import type { LanguageChange, RenderedBody } from './rendered-body.ts'

export interface ListeningOutline {
  /** The voice in which the page begins. */
  lang: string
  /** With the title at level 1, whose `id` is ''. */
  headings: readonly { level: 1 | 2 | 3 | 4; text: string; id: string }[]
  /** In the order of the page; `vague` when the words say nothing without the sentence around them. */
  links: readonly { text: string; url: string; vague: boolean }[]
  languageChanges: readonly LanguageChange[]
  /** Regions and figures with their names: `region` a table that scrolls, `figure` a quotation or a picture. */
  landmarks: readonly { role: 'region' | 'figure'; name: string }[]
}

/** The outline of a rendered body under its title. Pure; costs what listing costs. */
export function listeningOutline(
  rendered: RenderedBody,
  { title, edition }: { title: string; edition: Edition },
): ListeningOutline {
  return {
    lang: EDITIONS[edition].lang,
    headings: [{ level: 1, text: title, id: '' }, ...rendered.outline],
    links: rendered.links.map(({ text, url }) => ({ text, url, vague: isVagueLinkText(text) })),
    languageChanges: rendered.languageChanges,
    landmarks: rendered.landmarks,
  }
}
