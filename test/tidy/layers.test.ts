/** The layer rule of src/README.md, and the other rules about where things stand. Messages say what to do. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = path.join(import.meta.dirname, '../..')
const SRC = path.join(ROOT, 'src')

/** A folder imports from lower layers; inside a layer only as WITHIN says. */
const LAYER: Record<string, number> = {
  edition: 0,
  convert: 0,
  article: 0,
  intake: 0,
  search: 0,
  db: 1,
  newsroom: 2,
  ui: 2,
  http: 2,
  site: 3,
  feed: 3,
  media: 3,
  admin: 3,
  cron: 3,
}

/** Folders of the same layer that may be imported: one way only. */
const WITHIN: Record<string, readonly string[]> = {
  convert: ['edition'],
  search: ['edition', 'convert'],
  article: ['edition', 'convert', 'search'],
  intake: ['edition', 'convert', 'search', 'article'],
  http: ['ui'],
}

/** Files at the top of src: what each may be imported by, and what it may import. */
const TOP_IMPORTED_ABOVE: Record<string, number> = { 'routes.ts': 0, 'env.ts': 1 }

interface Source {
  file: string
  folder: string
  text: string
  imports: readonly string[]
}

const sources: readonly Source[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts') && !name.includes('.generated.'))
  .map((file) => {
    const text = readFileSync(path.join(SRC, file), 'utf8')
    const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '')
    return { file, folder: file.includes('/') ? (file.split('/')[0] ?? '') : '', text, imports }
  })

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')

const layered = sources.filter(({ folder }) => folder in LAYER)

function targetFolder(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  const resolved = path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier))
  return resolved.includes('/') ? resolved.split('/')[0] : resolved
}

function mayImport(folder: string, target: string): boolean {
  if (target === folder) return true
  if (target in TOP_IMPORTED_ABOVE) return (LAYER[folder] ?? 9) > (TOP_IMPORTED_ABOVE[target] ?? 9)
  if (!(target in LAYER)) return false
  const [own = 9, other = 9] = [LAYER[folder], LAYER[target]]
  return other < own || (WITHIN[folder] ?? []).includes(target)
}

test('the test sees the sources', () => {
  expect(layered.length).toBeGreaterThan(50)
  expect(mayImport('edition', 'db')).toBe(false)
  expect(mayImport('newsroom', 'ui')).toBe(false)
  expect(mayImport('site', 'admin')).toBe(false)
  expect(mayImport('site', 'db')).toBe(true)
})

test('folders import only from lower layers', () => {
  const wrong = layered.flatMap(({ file, folder, imports }) =>
    imports
      .map((specifier) => ({ specifier, target: targetFolder(file, specifier) }))
      .filter(({ target }) => target !== undefined && !mayImport(folder, target))
      .map(({ specifier }) => `src/${file} imports ${specifier}: move the code to a lower layer, or pass it in`),
  )
  expect(wrong).toEqual([])
})

test('layer 0 is pure', () => {
  const impure = /\bDate\.now\(|\bnew Date\(\)|Math\.random\(|crypto\.|\bfetch\(|\bD1Database\b|\bR2Bucket\b/
  const wrong = layered
    .filter(({ folder }) => LAYER[folder] === 0)
    .flatMap(({ file, text, imports }) => [
      ...imports
        .filter((name) => /^(hono|drizzle|cloudflare:|node:)/.test(name))
        .map((name) => `src/${file} imports ${name}`),
      ...(impure.test(text) ? [`src/${file}: pass clock, randomness and platform in (${impure.exec(text)?.[0]})`] : []),
    ])
  expect(wrong).toEqual([])
})

/** Stands in for D1 in commands: it hands statements on and writes none. */
const DATABASE_STAND_IN = 'cli/local-database.ts'

test('SQL lives in db/ only', () => {
  const wrong = sources
    .filter(({ file, folder }) => folder !== 'db' && file !== DATABASE_STAND_IN)
    .filter(({ text, imports }) => imports.some((name) => name.startsWith('drizzle-orm')) || /\.prepare\(/.test(text))
    .map(({ file }) => `src/${file}: move the query to src/db`)
  expect(wrong).toEqual([])
})

test('URLs live in routes.ts only', () => {
  const wrong = sources
    .filter(({ folder }) => folder in LAYER && folder !== 'edition' && folder !== 'convert')
    .flatMap(({ file, text }) =>
      [...text.matchAll(/(?:href|action|hx-get|hx-post)=(?:"|\{[`'])(\/[^"'`]*)/g)].map(
        ([, url]) => `src/${file}: build ${url} in src/routes.ts`,
      ),
    )
  expect(wrong).toEqual([])
})

test('raw HTML enters pages in named places only', () => {
  const allowed = [
    'ui/safe-block.tsx',
    'ui/document.tsx',
    'ui/unavailable-page.tsx',
    'ui/json-ld.tsx',
    'ui/preview-document.tsx',
    'ui/journalist-page.tsx',
    'ui/refused-page.tsx',
    'admin/admin-document.tsx',
  ]
  const wrong = sources
    .filter(
      ({ file, text }) =>
        file.endsWith('.tsx') && /(?<!sql\.)\braw\(|dangerouslySetInnerHTML/.test(text) && !allowed.includes(file),
    )
    .map(({ file }) => `src/${file}: show HTML through <SafeBlock>`)
  expect(wrong).toEqual([])
})

test('a reader’s sentences stand in edition/messages only', () => {
  const han = /\p{Script=Han}/u
  const wrong = sources
    .filter(({ folder }) => ['db', 'newsroom', 'ui', 'http', 'site', 'feed', 'media', 'admin', 'cron'].includes(folder))
    .filter(({ text }) => han.test(withoutComments(text)))
    .map(({ file }) => `src/${file}: move the Chinese to src/edition/messages`)
  expect(wrong).toEqual([])
})

describe('names and sizes', () => {
  test('files are kebab-case and none is a drawer for everything', () => {
    const wrong = sources.filter(({ file }) => {
      const parts = file.replace(/\.(tsx?)$/, '').split('/')
      return parts.some(
        (part) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(part) || /^(utils?|lib|helpers?|common|services?|misc)$/.test(part),
      )
    })
    expect(wrong.map(({ file }) => file)).toEqual([])
  })

  test('nothing is exported from a file that does not own it', () => {
    const barrels = sources.filter(({ text }) => /^export (\*|\{[^}]*\}) from /m.test(text)).map(({ file }) => file)
    expect(barrels).toEqual([])
  })

  test('types are not switched off', () => {
    const wrong = sources
      .filter(
        ({ text }) =>
          /@ts-(ignore|expect-error|nocheck)/.test(text) || /\bas any\b|: any\b/.test(withoutComments(text)),
      )
      .map(({ file }) => file)
    expect(wrong).toEqual([])
  })
})
