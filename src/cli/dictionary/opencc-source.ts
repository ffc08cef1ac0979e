import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** One dictionary: from text to text, in the order in which OpenCC lists it. */
export type Dictionary = ReadonlyMap<string, string>

/** The OpenCC dictionaries that the two directions need, by OpenCC's own names. */
export interface OpenccSource {
  stPhrases: Dictionary
  stPhrasesRegional: Dictionary
  stCharacters: Dictionary
  tsPhrases: Dictionary
  tsCharacters: Dictionary
  hkVariants: Dictionary
  hkVariantsPhrases: Dictionary
  hkVariantsRev: Dictionary
  hkVariantsRevPhrases: Dictionary
  compatibilityIdeographs: Dictionary
  /** Version of the npm package that the dictionaries were read from. */
  version: string
  /** SHA-256 over the dictionary files, in the order above. */
  checksum: string
}

const files = {
  stPhrases: 'STPhrases',
  stPhrasesRegional: 'STPhrases_GeneratedFromRegionalPhrases',
  stCharacters: 'STCharacters',
  tsPhrases: 'TSPhrases',
  tsCharacters: 'TSCharacters',
  hkVariants: 'HKVariants',
  hkVariantsPhrases: 'HKVariantsPhrases',
  hkVariantsRev: 'HKVariantsRev',
  hkVariantsRevPhrases: 'HKVariantsRevPhrases',
  compatibilityIdeographs: 'CJK_Compatibility_Ideographs',
} as const

/** Reads the OpenCC dictionaries out of the npm package opencc-js (Apache-2.0 data). */
export function readOpencc(): OpenccSource {
  const require = createRequire(import.meta.url)
  const packageRoot = path.resolve(path.dirname(require.resolve('opencc-js')), '../..')
  const manifest: { version: string } = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8'))
  const hash = createHash('sha256')
  const read = (name: string): Dictionary => {
    const source = readFileSync(path.join(packageRoot, 'dist/esm-lib/dict', `${name}.js`), 'utf8')
    hash.update(source)
    const body = /^export default "(.*)";?\s*$/s.exec(source)?.[1]
    if (body === undefined) throw new Error(`${name}.js of opencc-js has a new form: read it and adapt this reader`)
    return new Map(body.split('|').map((row) => splitRow(name, row)))
  }
  const dictionaries = {
    stPhrases: read(files.stPhrases),
    stPhrasesRegional: read(files.stPhrasesRegional),
    stCharacters: read(files.stCharacters),
    tsPhrases: read(files.tsPhrases),
    tsCharacters: read(files.tsCharacters),
    hkVariants: read(files.hkVariants),
    hkVariantsPhrases: read(files.hkVariantsPhrases),
    hkVariantsRev: read(files.hkVariantsRev),
    hkVariantsRevPhrases: read(files.hkVariantsRevPhrases),
    compatibilityIdeographs: read(files.compatibilityIdeographs),
  }
  return { ...dictionaries, version: manifest.version, checksum: hash.digest('hex') }
}

function splitRow(name: string, row: string): [string, string] {
  const [from, to, ...rest] = row.split(' ')
  if (from === undefined || to === undefined || from === '' || rest.length > 0) {
    throw new Error(`${name}: cannot read the row "${row}"`)
  }
  return [from, to]
}
