/** Inline content -> HTML, with the language of each passage. */
import { EDITIONS, isChinese, parseEdition } from '../edition/editions.ts'
import { type Inline, inlineText, type Link } from './body-tree.ts'
import { findPassages, type Passage } from './language-marks.ts'
import type { LanguageChange, RenderedLink, RenderOptions } from './rendered-body.ts'
import { escapeAttribute, escapeText } from './safe-html.ts'
import { isDriveUrl, isExternal } from './safe-url.ts'

/** What rendering collects on its way. */
export interface InlineNotes {
  options: RenderOptions
  links: RenderedLink[]
  languageChanges: LanguageChange[]
  /** Id of the block in which we are. */
  blockId: string
}

/** Renders the content of one paragraph, heading or cell. */
export function inlineHtml(nodes: readonly Inline[], notes: InlineNotes): string {
  const { edition, pairedChinese } = notes.options
  const text = searchableText(nodes)
  const passages = findPassages(text, edition, pairedChinese)
  const [only] = nodes
  if (nodes.length === 1 && only?.type === 'text' && passages.length === 0) return escapeText(only.value)
  for (const { start, end, lang } of passages) {
    notes.languageChanges.push({ lang, text: text.slice(start, end), blockId: notes.blockId })
  }
  return childrenHtml(nodes, { notes, passages, at: 0, enclosed: false })
}

/** The text in which passages are looked for. Passages that an editor marked are closed to it: U+FFFC. */
export function searchableText(nodes: readonly Inline[]): string {
  const [only] = nodes
  if (nodes.length === 1 && only?.type === 'text') return only.value
  return nodes
    .map((node) => {
      if (node.type === 'language') return '\ufffc'.repeat(inlineText([node]).length)
      return 'children' in node ? searchableText(node.children) : inlineText([node])
    })
    .join('')
}

interface State {
  notes: InlineNotes
  passages: readonly Passage[]
  /** Offset in the searchable text. */
  at: number
  /** Inside the element of a passage nothing is marked again. */
  enclosed: boolean
}

interface Piece {
  html: string
  passage: Passage | undefined
}

function childrenHtml(nodes: readonly Inline[], state: State): string {
  const pieces = nodes.flatMap((node) => piecesOf(node, state))
  let html = ''
  let open: Passage | undefined
  for (const { html: inner, passage } of pieces) {
    if (passage !== open)
      html += (open ? '</span>' : '') + (passage ? `<span lang="${escapeAttribute(passage.lang)}">` : '')
    html += inner
    open = passage
  }
  return html + (open ? '</span>' : '')
}

function piecesOf(node: Inline, state: State): Piece[] {
  const start = state.at
  const end = start + inlineText([node]).length
  if (node.type === 'text' && !state.enclosed) {
    state.at = end
    return textPieces(node.value, start, state.passages)
  }
  const around = state.enclosed
    ? undefined
    : state.passages.find((passage) => passage.start <= start && end <= passage.end && start < end)
  const html = nodeHtml(node, around ? { ...state, enclosed: true } : state)
  state.at = end
  return [{ html, passage: around }]
}

function textPieces(text: string, from: number, passages: readonly Passage[]): Piece[] {
  const pieces: Piece[] = []
  let at = from
  const push = (to: number, passage: Passage | undefined) => {
    if (to > at) pieces.push({ html: escapeText(text.slice(at - from, to - from)), passage })
    at = Math.max(at, to)
  }
  const end = from + text.length
  for (const passage of passages) {
    if (passage.end <= from || passage.start >= end) continue
    push(passage.start, undefined)
    push(Math.min(passage.end, end), passage)
  }
  push(end, undefined)
  return pieces
}

function nodeHtml(node: Inline, state: State): string {
  switch (node.type) {
    case 'text':
      state.at += node.value.length
      return escapeText(node.value)
    case 'code':
      return `<code translate="no">${escapeText(node.value)}</code>`
    case 'break':
      return '<br>'
    case 'strong':
      return `<strong>${childrenHtml(node.children, state)}</strong>`
    case 'emphasis':
      return `<em>${childrenHtml(node.children, state)}</em>`
    case 'keep':
      return `<span translate="no">${childrenHtml(node.children, state)}</span>`
    case 'language': {
      const own = EDITIONS[state.notes.options.edition].lang
      const inner = childrenHtml(node.children, { ...state, enclosed: true })
      if (node.lang === own) return inner
      state.notes.languageChanges.push({
        lang: node.lang,
        text: inlineText(node.children),
        blockId: state.notes.blockId,
      })
      return `<span lang="${escapeAttribute(node.lang)}">${inner}</span>`
    }
    case 'link':
      return linkHtml(node, state)
  }
}

function linkHtml(link: Link, state: State): string {
  const { options, links } = state.notes
  const url = repoint(link.url, options)
  const drive = isDriveUrl(url)
  links.push({ text: inlineText(link.children), url, kind: linkKind(url), drive, at: link.at })
  const rel = isExternal(url) ? ' rel="noopener"' : ''
  // The note is in the language of the page, also behind a link whose words are not.
  const lang = state.enclosed ? ` lang="${EDITIONS[options.edition].lang}"` : ''
  const note = drive && options.driveNote ? `<small${lang}>${escapeText(options.driveNote)}</small>` : ''
  return `<a href="${escapeAttribute(url)}"${rel}>${childrenHtml(link.children, state)}</a>${note}`
}

function linkKind(url: string): RenderedLink['kind'] {
  if (isExternal(url)) return 'external'
  return url.startsWith('mailto:') ? 'mail' : url.startsWith('tel:') ? 'phone' : 'internal'
}

/** A link to a page of the source edition leads readers of the derived edition to the same page of theirs. */
function repoint(url: string, { edition, derivedFrom }: RenderOptions): string {
  const [, segment = '', rest = ''] = /^\/([^/?#]+)(.*)$/s.exec(url) ?? []
  const linked = parseEdition(segment)
  return derivedFrom && linked === derivedFrom && isChinese(edition) ? `/${edition}${rest}` : url
}
