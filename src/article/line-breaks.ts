/** Line breaks that an editor's window or a PDF put into a paragraph, and which mean nothing. */
import { type Inline, inlineText } from './body-tree.ts'

/** Han, kana, bopomofo, and the punctuation set with them. */
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u
const CJK_PUNCTUATION = /[\u3000-\u3004\u3008-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/
/** Quotation marks, dashes, ellipses: written in both languages, full width between Han. */
const SHARED = /[“”‘’—…·]/

/**
 * What a line break between two characters reads as: nothing between Han and beside full-width punctuation, where a
 * space would be a hole in the line; else a space. Either side is '' at the beginning or end of a text.
 */
export function joint(before: string, after: string): '' | ' ' {
  if (before === '' || after === '') return ''
  if (CJK_PUNCTUATION.test(before) || CJK_PUNCTUATION.test(after)) return ''
  const cjkOrShared = (character: string) => CJK.test(character) || SHARED.test(character)
  const bothSides = cjkOrShared(before) && cjkOrShared(after)
  return bothSides && (CJK.test(before) || CJK.test(after)) ? '' : ' '
}

/** The last character before, and the first after, whole code points; '' when there is none. */
export function lastCharacter(text: string): string {
  return /[\s\S]$/u.exec(text)?.[0] ?? ''
}

export function firstCharacter(text: string): string {
  return /^[\s\S]/u.exec(text)?.[0] ?? ''
}

/** The same nodes with every soft break joined and the layout spaces at both ends removed. */
export function joinSoftBreaks(nodes: readonly Inline[]): Inline[] {
  const [only] = nodes
  if (nodes.length === 1 && only?.type === 'text' && !only.value.includes('\n')) {
    const value = only.value.trim()
    return value === '' ? [] : [{ type: 'text', value }]
  }
  const text = inlineText(nodes)
  const state = { text, at: 0, start: text.length - text.trimStart().length, end: text.trimEnd().length }
  return nodes.flatMap((node) => joinNode(node, state))
}

interface State {
  /** The text of the whole paragraph, in which breaks look for their neighbours, and where we are in it. */
  text: string
  at: number
  start: number
  end: number
}

function joinNode(node: Inline, state: State): Inline[] {
  if (node.type === 'text') {
    const value = joinText(node.value, state)
    return value === '' ? [] : [{ type: 'text', value }]
  }
  if (node.type === 'code' || node.type === 'break') {
    const inside = state.at >= state.start && state.at < state.end
    state.at += node.type === 'break' ? 1 : node.value.length
    return inside || node.type === 'code' ? [node] : []
  }
  return [{ ...node, children: node.children.flatMap((child) => joinNode(child, state)) }]
}

function joinText(value: string, state: State): string {
  const from = state.at
  state.at += value.length
  const within = value.slice(Math.max(0, state.start - from), Math.max(0, state.end - from))
  const offset = from + Math.max(0, state.start - from)
  return within.replace(/[ \t]*\n[ \t]*/g, (gap, index: number) => {
    const at = offset + index
    const before = lastCharacter(state.text.slice(Math.max(0, at - 2), at).trimEnd())
    const after = firstCharacter(state.text.slice(at + gap.length, at + gap.length + 2))
    return joint(before, after)
  })
}
