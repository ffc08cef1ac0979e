/** The text that a reader hears of a Markdown body, in order: one entry per block, marks of Markdown taken away. */
export function blocksOf(markdown: string): string[] {
  return markdown
    .split('\n')
    .map((line) =>
      line
        .replace(/^>\s?/, '')
        .replace(/^#{2,6} /, '')
        .replace(/^(?:[-*]|\d+\.) /, ''),
    )
    .map((line) =>
      line
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replaceAll('**', '')
        .replaceAll('`', ''),
    )
    .filter((line) => line !== '')
}

/** '' when the texts are equal; otherwise where they part, with what surrounds it. */
export function firstDifference(expected: string, actual: string): string {
  if (expected === actual) return ''
  const [a, b] = [Array.from(expected), Array.from(actual)]
  const at = a.findIndex((character, index) => character !== b[index])
  const from = at === -1 ? a.length : at
  const around = (text: string[]) =>
    `…${text.slice(Math.max(0, from - 15), from).join('')}⟦${text[from] ?? 'end'}⟧${text.slice(from + 1, from + 16).join('')}…`
  return `character ${from}: expected ${around(a)} but found ${around(b)}`
}
