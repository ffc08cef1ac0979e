import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { converter, TO_HANS, TO_HANT } from './tables.ts'

interface Case {
  id: string
  direction: 'hk2cn' | 'cn2hk'
  group: 'core' | 'punct' | 'vocab'
  input: string
  expected: string
  accept: readonly string[]
  note: string
}

const file = path.join(import.meta.dirname, '../../fixtures/conversion-cases.json')
const cases: readonly Case[] = JSON.parse(readFileSync(file, 'utf8'))

describe('the shared conversion cases', () => {
  it.each(cases)('$id: $input ($note)', ({ direction, group, input, expected, accept }) => {
    const options = direction === 'hk2cn' ? TO_HANS : TO_HANT
    const result = converter.convert(input, { ...options, vocabulary: group === 'vocab' })
    expect([expected, ...accept]).toContain(result)
  })
})
