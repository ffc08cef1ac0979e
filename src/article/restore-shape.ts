/** ASCII punctuation: any of it may begin markup somewhere, and a backslash before it is always an escape (CommonMark 2.4). */
const MARKUP = /[!-/:-@[-`{-~]/g

/**
 * The converted text, such that it reads as text where the original stood: spaces at both ends as in the original, no
 * new line breaks, markup characters escaped when conversion changed them. A text is never converted to nothing.
 */
export function restoreShape(original: string, converted: string): string {
  const words = converted.replace(/[\r\n]+/g, ' ').trim()
  if (words === '') return original
  const leading = original.slice(0, original.length - original.trimStart().length)
  const trailing = original.slice(original.trimEnd().length)
  const same = marks(original) === marks(words)
  return leading + (same ? words : words.replace(MARKUP, '\\$&')) + trailing
}

function marks(text: string): string {
  return text.match(MARKUP)?.join('') ?? ''
}
