import { CHINESE_EDITIONS, type ChineseEdition } from '../edition/editions.ts'
import { TermIndex } from './terms.ts'
import { fingerprint } from './version.ts'

export const GLOSSARY_KINDS = ['term', 'name', 'lock'] as const
export const GLOSSARY_DIRECTIONS = ['both', 'to-hans', 'to-hant'] as const

/** One decision of the site. A lock stays exactly as it is written, in either direction. */
export interface GlossaryEntry {
  kind: (typeof GLOSSARY_KINDS)[number]
  hant: string
  hans: string
  /** Which conversions use it. */
  direction: (typeof GLOSSARY_DIRECTIONS)[number]
}

/** A checked and compiled glossary: make it once, use it for every conversion. */
export interface Glossary {
  readonly entries: readonly GlossaryEntry[]
  readonly toHans: TermIndex
  readonly toHant: TermIndex
  /** Tells one glossary from another. */
  readonly fingerprint: string
}

export interface GlossaryError {
  /** 1-based. */
  line: number
  message: string
}

export type GlossaryResult = { ok: true; glossary: Glossary } | { ok: false; errors: readonly GlossaryError[] }

/** A glossary is written by hand; these limits only keep a wrong file from passing as one. */
export const GLOSSARY_ENTRIES_MAX = 20_000
export const GLOSSARY_TERM_UNITS_MAX = 100

/**
 * Reads a glossary, one entry a line; `#` begins a comment, blank lines are skipped:
 *
 *     lock 拍住上                    never changes
 *     name 碧咸 = 碧咸                 a name, Traditional = Simplified
 *     term 軟件 = 软件                 both ways
 *     term 機械人 > 机器人              only to Simplified
 *     term 的士 < 出租车               only to Traditional
 *
 * All wrong lines are reported, not just the first.
 */
export function parseGlossary(text: string): GlossaryResult {
  const entries: GlossaryEntry[] = []
  const errors: GlossaryError[] = []
  const taken = new Map<string, number>()
  text.split(/\r\n|\n|\r/).forEach((raw, index) => {
    const line = index + 1
    const content = raw
      .replace(/^\ufeff/, '')
      .replace(/(?:^|\s)#.*$/, '')
      .trim()
    if (content === '') return
    const entry = parseLine(content)
    const message = typeof entry === 'string' ? entry : clash(entry, taken, line)
    if (message !== undefined) errors.push({ line, message })
    else if (typeof entry !== 'string') entries.push(entry)
  })
  if (entries.length > GLOSSARY_ENTRIES_MAX) {
    errors.push({ line: 1, message: `${entries.length} entries; at most ${GLOSSARY_ENTRIES_MAX} are allowed` })
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, glossary: glossaryFromEntries(entries) }
}

/** Compiles entries that were checked elsewhere, e.g. rows of a table. Of two entries for one text the first counts. */
export function glossaryFromEntries(entries: readonly GlossaryEntry[]): Glossary {
  const terms = (to: ChineseEdition) =>
    entries.flatMap((entry) => {
      const term = termOf(entry, to)
      return term ? [{ ...term, rule: `${entry.kind} ${term.from}` }] : []
    })
  return {
    entries,
    toHans: new TermIndex(terms('zh-hans')),
    toHant: new TermIndex(terms('zh-hant')),
    fingerprint: fingerprint(entries.map(rowOf)),
  }
}

function rowOf({ kind, hant, hans, direction }: GlossaryEntry): string {
  return [kind, hant, hans, direction].join('\t')
}

/** What an entry replaces, and by what, in the conversion to one edition; undefined where that does not use it. */
export function termOf(
  { hant, hans, direction }: Omit<GlossaryEntry, 'kind'>,
  to: ChineseEdition,
): { from: string; to: string } | undefined {
  if (direction !== 'both' && direction !== (to === 'zh-hans' ? 'to-hans' : 'to-hant')) return undefined
  return to === 'zh-hans' ? { from: hant, to: hans } : { from: hans, to: hant }
}

/** Writes what `parseGlossary` reads. What that form cannot say is written as a comment. */
export function serialiseGlossary(entries: readonly (GlossaryEntry & { note: string })[]): string {
  return entries
    .map(({ note, ...entry }) => {
      const comment = note === '' ? '' : `  # ${note.replace(/\s+/g, ' ')}`
      const line = lineOf(entry)
      const parsed = parseGlossary(line)
      const isSaid = parsed.ok && parsed.glossary.fingerprint === fingerprint([rowOf(entry)])
      return `${isSaid ? line : `# ${JSON.stringify(rowOf(entry))}`}${comment}\n`
    })
    .join('')
}

const SIGNS = { both: '=', 'to-hans': '>', 'to-hant': '<' } as const

function lineOf({ kind, hant, hans, direction }: GlossaryEntry): string {
  return kind === 'lock' ? `lock ${hant}` : `${kind} ${hant} ${SIGNS[direction]} ${hans}`
}

function parseLine(content: string): GlossaryEntry | string {
  const match = /^(lock|name|term)\s+(.+)$/u.exec(content)
  if (!match) return 'an entry begins with "lock", "name" or "term"'
  const [, kind, rest = ''] = match
  if (kind === 'lock') {
    if (/\s[=<>]\s/.test(rest)) return 'a lock has one text, without = < or >'
    return rest.length > GLOSSARY_TERM_UNITS_MAX ? tooLong : { kind, hant: rest, hans: rest, direction: 'both' }
  }
  const sides = /^(.*\S)\s+([=<>])\s+(\S.*)$/u.exec(rest)
  if (!sides) return 'write Traditional = Simplified, with spaces around = (or > or < for one direction)'
  const [, hant = '', sign, hans = ''] = sides
  if (/\s[=<>]\s/.test(hant) || /\s[=<>]\s/.test(hans)) return 'only one of = < > may stand in an entry'
  if (hant.length > GLOSSARY_TERM_UNITS_MAX || hans.length > GLOSSARY_TERM_UNITS_MAX) return tooLong
  const direction = sign === '=' ? 'both' : sign === '>' ? 'to-hans' : 'to-hant'
  return { kind: kind === 'name' ? 'name' : 'term', hant, hans, direction }
}

const tooLong = `a text has at most ${GLOSSARY_TERM_UNITS_MAX} characters`

/** Says which earlier line decides the same text in the same direction, and remembers this one. */
function clash(entry: GlossaryEntry, taken: Map<string, number>, line: number): string | undefined {
  const keys = CHINESE_EDITIONS.flatMap((to) => {
    const term = termOf(entry, to)
    return term ? [`${to} ${term.from}`] : []
  })
  for (const key of keys) {
    const earlier = taken.get(key)
    if (earlier !== undefined) return `line ${earlier} already decides ${key.slice(key.indexOf(' ') + 1)}`
  }
  for (const key of keys) taken.set(key, line)
  return undefined
}
