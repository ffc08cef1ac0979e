/*
 * Whole numbers as compressible text: least significant digit last, in the 90 characters from `!` to `z`. The last digit
 * of a number is one of the upper 45 characters, all others are of the lower 45, so no separator is needed.
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
