/**
 * `npm run bench:conversion`: how fast conversion is inside workerd, beside opencc-js in the same run, and how large the
 * dictionaries are; and how long a first conversion takes in a fresh process of Node. Clocks stand still inside a Worker, so requests are timed from outside: many conversions minus none.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { Miniflare } from 'miniflare'
import { createConverter } from '../convert/converter.ts'
import { readTables } from './dictionary/read-tables.ts'

const COMPATIBILITY_DATE = '2026-11-01'
/** The seed press release this often: about 1.7 MB. */
const REPEATS = 200
const ROUNDS = 12
const COLD_ROUNDS = 5
const FRESH_ROUNDS = 21

const source = path.join(import.meta.dirname, '..')
const seed = readFileSync(path.join(source, '../test/fixtures/press-release-2022-12-22.txt'), 'utf8')
const tables = readTables()
const openccFile = path.join(path.dirname(createRequire(import.meta.url).resolve('opencc-js')), '../esm/full.js')

/** Runs inside workerd. Texts are converted in one piece, and traced article by article, as the desk does. `work` names what to do, `times` how often. */
const workerScript = `
import { createConverter } from './converter.ts'
import toHansBytes from './data/to-hans.dict.bin'
import toHantBytes from './data/to-hant.dict.bin'
import seedHant from './seed-hant.txt'
import seedHans from './seed-hans.txt'
import { Converter } from './opencc.js'
const texts = { 'zh-hans': seedHant.repeat(${REPEATS}), 'zh-hant': seedHans.repeat(${REPEATS}) }
const articles = { 'zh-hans': seedHant, 'zh-hant': seedHans }
const toHans = new Uint8Array(toHansBytes)
const toHant = new Uint8Array(toHantBytes)
const kept = createConverter({ toHans, toHant, vocabulary: '' })
const opencc = {}
export default {
  async fetch(request) {
    const { work, to, times } = await request.json()
    const from = to === 'zh-hans' ? 'zh-hant' : 'zh-hans'
    let units = 0
    for (let time = 0; time < times; time++) {
      if (work === 'convert') units += kept.convert(texts[to], { from, to }).length
      else if (work === 'trace') {
        for (let article = 0; article < ${REPEATS}; article++) units += kept.trace(articles[to], { from, to }).result.length
      }
      else if (work === 'load') units += createConverter({ toHans, toHant, vocabulary: '' }).convert('發发', { from, to }).length
      else if (work === 'opencc') {
        opencc[to] ??= to === 'zh-hans' ? Converter({ from: 'hk', to: 'cn' }) : Converter({ from: 'cn', to: 'hk' })
        units += opencc[to](texts[to]).length
      } else if (work === 'opencc load') {
        units += (to === 'zh-hans' ? Converter({ from: 'hk', to: 'cn' }) : Converter({ from: 'cn', to: 'hk' }))('發发').length
      }
    }
    return new Response(String(units))
  },
}
`

const ENGINE_FILES = [
  'claims',
  'converter',
  'doubt',
  'doubt-contexts',
  'glossary',
  'lexicon',
  'name-evidence',
  'options',
  'packed-table',
  'phrase-blocks',
  'phrase-trie',
  'protect',
  'quotes',
  'runs',
  'scan',
  'surnames',
  'suspected-names',
  'terms',
  'trace',
  'trace-data',
  'version',
  'vocabulary',
]

function modules() {
  const esm = (contents: string) => ({ type: 'esm' as const, contents })
  const text = (contents: string) => ({ type: 'text' as const, contents })
  const data = (contents: Uint8Array) => ({ type: 'data' as const, contents: new Uint8Array(contents) })
  const engine = ENGINE_FILES.map((name) => {
    const code = readFileSync(path.join(source, 'convert', `${name}.ts`), 'utf8')
    return [`${name}.ts`, esm(stripTypeScriptTypes(code))] as const
  })
  return {
    'worker.js': esm(workerScript),
    ...Object.fromEntries(engine),
    'opencc.js': esm(readFileSync(openccFile, 'utf8')),
    'data/to-hans.dict.bin': data(tables.toHans),
    'data/to-hant.dict.bin': data(tables.toHant),
    'seed-hant.txt': text(seed),
    'seed-hans.txt': text(simplifiedSeed()),
  }
}

function simplifiedSeed(): string {
  return createConverter(tables).convert(seed, { from: 'zh-hant', to: 'zh-hans' })
}

async function milliseconds(miniflare: Miniflare, work: string, to: string, times: number): Promise<number> {
  const started = performance.now()
  const body = JSON.stringify({ work, to, times })
  const response = await miniflare.dispatchFetch('http://bench/', { method: 'POST', body })
  if (!response.ok) throw new Error(await response.text())
  await response.text()
  return performance.now() - started
}

/** Least time with work minus least time without, per piece of work: noise of a shared machine only ever slows. */
async function best(miniflare: Miniflare, work: string, to: string, times: number): Promise<number> {
  let idle = Number.POSITIVE_INFINITY
  let busy = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    idle = Math.min(idle, await milliseconds(miniflare, work, to, 0))
    busy = Math.min(busy, await milliseconds(miniflare, work, to, times))
  }
  return (busy - idle) / times
}

/** The first load in a fresh process, where nothing is compiled yet: the median of several, each less an idle request. */
async function coldLoad(work: string, to: string): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < COLD_ROUNDS; round++) {
    const miniflare = makeMiniflare()
    try {
      await miniflare.ready
      const idle = Math.min(
        await milliseconds(miniflare, work, to, 0),
        await milliseconds(miniflare, work, to, 0),
        await milliseconds(miniflare, work, to, 0),
      )
      times.push((await milliseconds(miniflare, work, to, 1)) - idle)
    } finally {
      await miniflare.dispose()
    }
  }
  return times.sort((a, b) => a - b)[Math.floor(COLD_ROUNDS / 2)] ?? 0
}

async function measure(miniflare: Miniflare, to: 'zh-hans' | 'zh-hant') {
  const bytes = Buffer.byteLength(to === 'zh-hans' ? seed : simplifiedSeed()) * REPEATS
  const speed = async (work: string, times: number) => bytes / 1000 / (await best(miniflare, work, to, times))
  const convert = await speed('convert', 8)
  const opencc = await speed('opencc', 1)
  return {
    'convert MB/s': Math.round(convert),
    'opencc-js MB/s': Math.round(opencc),
    times: Number((convert / opencc).toFixed(1)),
    'trace MB/s': Math.round(await speed('trace', 1)),
    'cold load ms': Number((await coldLoad('load', to)).toFixed(1)),
    'opencc-js cold ms': Number((await coldLoad('opencc load', to)).toFixed(1)),
    'load ms': Number((await best(miniflare, 'load', to, 4)).toFixed(1)),
    'opencc-js load ms': Number((await best(miniflare, 'opencc load', to, 1)).toFixed(1)),
    'gzip bytes': gzipSync(to === 'zh-hans' ? tables.toHans : tables.toHant, { level: 9 }).length,
  }
}

function makeMiniflare(): Miniflare {
  return new Miniflare({
    logRequests: false,
    workers: [
      {
        config: {
          name: 'bench',
          compatibilityDate: COMPATIBILITY_DATE,
          manifest: { mainModule: 'worker.js', modulesRoot: source, modules: modules() },
        },
        dev: { rootPath: source },
      },
    ],
  })
}

/**
 * Times in a process that has loaded the modules and run nothing of them: until an empty text is converted, which is the
 * initialisation; until the first five characters are; until the whole press release is.
 */
const freshScript = `
import { readFileSync } from 'node:fs'
import { createConverter } from './converter.mjs'
const [work, to] = process.argv.slice(2)
const from = to === 'zh-hans' ? 'zh-hant' : 'zh-hans'
const { Converter } = work === 'opencc' ? await import('./opencc.mjs') : {}
const bytes = (name) => new Uint8Array(readFileSync(${JSON.stringify(path.join(source, 'convert/data'))} + name))
const tables = { toHans: bytes('/to-hans.dict.bin'), toHant: bytes('/to-hant.dict.bin'), vocabulary: '' }
const release = readFileSync(new URL(to + '.txt', import.meta.url), 'utf8')
const texts = ['', release.slice(0, 5), release]
const times = [performance.now()]
const ours = work === 'opencc' ? undefined : createConverter(tables)
const opencc = ours ? undefined : to === 'zh-hans' ? Converter({ from: 'hk', to: 'cn' }) : Converter({ from: 'cn', to: 'hk' })
for (const text of texts) {
  if (ours) ours.convert(text, { from, to })
  else opencc(text)
  times.push(performance.now())
}
console.log(JSON.stringify(times.slice(1).map((time) => time - times[0])))
`

/** Writes the engine as plain JavaScript: making it of TypeScript leaves a process busy for a while. */
function writeFreshScript(folder: string): string {
  const write = (name: string, code: string) => writeFileSync(path.join(folder, `${name}.mjs`), code)
  for (const name of ENGINE_FILES) {
    const code = stripTypeScriptTypes(readFileSync(path.join(source, 'convert', `${name}.ts`), 'utf8'))
    write(name, code.replaceAll(/(from '[./a-z-]+)\.ts'/g, "$1.mjs'"))
  }
  write('opencc', readFileSync(openccFile, 'utf8'))
  write('fresh', freshScript)
  writeFileSync(path.join(folder, 'zh-hans.txt'), seed)
  writeFileSync(path.join(folder, 'zh-hant.txt'), simplifiedSeed())
  return path.join(folder, 'fresh.mjs')
}

/** Milliseconds in fresh processes, in turns with opencc-js: least and median. */
function freshNode(script: string, to: 'zh-hans' | 'zh-hant') {
  const rounds = Array.from({ length: FRESH_ROUNDS }, () =>
    ['ours', 'opencc'].map((work): number[] =>
      JSON.parse(execFileSync(process.execPath, [script, work, to], { encoding: 'utf8' })),
    ),
  )
  const times = (work: number, text: number): string => {
    const sorted = rounds.map((round) => round[work]?.[text] ?? 0).sort((a, b) => a - b)
    return [0, FRESH_ROUNDS >> 1].map((place) => (sorted[place] ?? 0).toFixed(2)).join(' / ')
  }
  return {
    ...{ initialisation: times(0, 0), 'five characters': times(0, 1), 'press release': times(0, 2) },
    ...{ 'opencc-js': times(1, 0), 'its five characters': times(1, 1), 'its press release': times(1, 2) },
  }
}

console.log(`From nothing, in ${FRESH_ROUNDS} fresh processes of Node ${process.versions.node}, ms, least / median:`)
const folder = mkdtempSync(path.join(tmpdir(), 'causeway-fresh-'))
try {
  const script = writeFreshScript(folder)
  console.table({ 'to zh-hans': freshNode(script, 'zh-hans'), 'to zh-hant': freshNode(script, 'zh-hant') })
} finally {
  rmSync(folder, { recursive: true })
}
console.log('In workerd:')
const miniflare = makeMiniflare()
try {
  await miniflare.ready
  console.table({
    'to zh-hans': await measure(miniflare, 'zh-hans'),
    'to zh-hant': await measure(miniflare, 'zh-hant'),
  })
} finally {
  await miniflare.dispose()
}
