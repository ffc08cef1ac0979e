/**
 * The packed form of one direction's dictionary: a few lines of text that compress well and load fast. `npm run
 * build:dictionary` writes it, `lexicon.ts` loads it. See data/README.md for the format in words.
 */

/** Line numbers of the packed form. The first line says what the table is and where its data comes from. */
export const TABLE_LINES = {
  header: 0,
  characterKeys: 1,
  characterValues: 2,
  newsroomCharacters: 3,
  alternatives: 4,
  openccPhrases: 5,
  openccChoices: 6,
  newsroomPhrases: 7,
  newsroomChoices: 8,
  vocabulary: 9,
  strong: 10,
  risky: 11,
  settled: 12,
} as const

export const TABLE_FORMAT = 'causeway-dictionary/1'

/** Marks the start of a phrase; the code above this one says how many characters it shares with the phrase before. */
export const PHRASE_HEAD = 0xc0
/** Longest phrase in UTF-16 units; 32 heads fit between U+00C0 and U+00DF. */
export const PHRASE_UNITS_MAX = 31
/** Choices are written as one character each, from this one on: 0 is the character's default. */
export const CHOICE_ZERO = 0x30

/*
 * Numbers are written least significant digit last, in the 90 characters from `!` to `z`: the last digit of a number
 * is one of the upper 45 characters, all others are of the lower 45, so no separator is needed.
 */
const DIGIT_ZERO = 0x21
const RADIX = 45

/** Writes whole numbers, negative ones too, as compressible text. */
export function packNumbers(values: readonly number[]): string {
  let packed = ''
  for (const value of values) {
    let rest = value < 0 ? -value * 2 - 1 : value * 2
    let digits = String.fromCharCode(DIGIT_ZERO + RADIX + (rest % RADIX))
    for (rest = Math.floor(rest / RADIX); rest > 0; rest = Math.floor(rest / RADIX)) {
      digits = String.fromCharCode(DIGIT_ZERO + (rest % RADIX)) + digits
    }
    packed += digits
  }
  return packed
}

/** Reads what `packNumbers` wrote. */
export function unpackNumbers(packed: string): number[] {
  const values: number[] = []
  let value = 0
  for (let index = 0; index < packed.length; index++) {
    const digit = packed.charCodeAt(index) - DIGIT_ZERO
    if (digit < RADIX) {
      value = value * RADIX + digit
      continue
    }
    value = value * RADIX + digit - RADIX
    values.push(value % 2 === 0 ? value / 2 : -(value + 1) / 2)
    value = 0
  }
  return values
}
