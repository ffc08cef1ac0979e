/** Numbers written in English words. */

const SMALL = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen`.split(/\s+/)
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ORDINALS = `zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
  fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth`.split(/\s+/)

/** What a word behind a number multiplies it with. */
export const ENGLISH_MULTIPLIERS: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  mn: 1e6,
  bn: 1e9,
  b: 1e9,
  m: 1e6,
  k: 1e3,
}

const VALUES = new Map<string, number>([
  ...SMALL.map((word, value): [string, number] => [word, value]),
  ...ORDINALS.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, index): [string, number] => [word, (index + 2) * 10]),
  ...TENS.map((word, index): [string, number] => [word.replace(/y$/, 'ieth'), (index + 2) * 10]),
])

const WORD = [...VALUES.keys(), 'dozen', 'hundred', 'thousand', 'million', 'billion']
  .toSorted((a, b) => b.length - a.length)
  .join('|')

/** A number in words, from one word up: "thirty-five", "two hundred and twelve", "twenty-first". */
export const NUMBER_WORDS = new RegExp(`\\b(?:${WORD})(?:(?:[ -]|\\s{1,3}and\\s{1,3})(?:${WORD})){0,12}\\b`, 'gi')

/** The value of what `NUMBER_WORDS` matched; `undefined` for multipliers alone ("million", "hundred"). */
export function parseEnglishWords(text: string): number | undefined {
  const words = text
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== 'and')
  let total = 0
  let section: number | undefined
  for (const word of words) {
    const value = VALUES.get(word)
    const times = ENGLISH_MULTIPLIERS[word]
    if (value !== undefined) section = (section ?? 0) + value
    else if (section === undefined || times === undefined) return undefined
    else if (times === 100) section *= 100
    else {
      total += section * times
      section = 0
    }
  }
  return total + (section ?? 0)
}
