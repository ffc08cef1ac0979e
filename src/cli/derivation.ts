import { Converter } from 'opencc-js'
import { convertBody } from '../article/convert-body.ts'
import type { Override } from '../article/content.ts'
import type { Derivation } from '../newsroom/derive.ts'

export type CreateDerivation = (overrides: readonly Override[]) => Derivation

/** zh-hant to zh-hans with the dictionaries on disk. */
export function createDerivationFromFiles(): CreateDerivation {
  const convert = Converter({ from: 'hk', to: 'cn' })
  return () => ({
    text: (text) => convert(text),
    markdown: (markdown) => convertBody(markdown, (runs) => runs.map((run) => (run.protected ? run.text : convert(run.text)))).markdown,
    version: 'interim',
  })
}
