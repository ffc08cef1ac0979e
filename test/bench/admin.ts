/**
 * `npm run bench:admin`: how long the editors' pages take with 5,000 articles, 1,000 entries of the glossary, 200
 * revisions and bodies of 100 KB in both languages, beside a bare Worker that asks D1 one thing and answers. Pages that
 * show a body are measured at their first view: each is asked for right after a revision was saved in which no paragraph
 * is as it was; what the page of publication says of a long article is worked out while it is saved, so that time stands
 * with the saves. What is sent to be saved, shown or checked, and a second view, are printed below, without a budget. Takes
 * four minutes; only the ratios mean something, and the machine should do nothing else meanwhile.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { EDITION_KEYS } from '../../src/edition/editions.ts'
import { type ADMIN, adminHref } from '../../src/routes.ts'
import { buildWorker, copyDatabase, makeDatabase, runBare, runSite } from './built-site.ts'
import { largestBody } from './largest-article.ts'
import {
  COMMON_ENTRY_ID,
  enterLargest,
  FIRST_UPDATE_MS,
  fill,
  fillDesk,
  fillGlossary,
  PHOTO_ID,
} from './many-articles.ts'

const ARTICLES = 5000
const REVISIONS = 200
const ROUNDS = 100
const WARM_UP_ROUNDS = 5
/** What editors were promised: 95th percentiles, against the bare Worker in the same run. */
const RATIO_MAX = 10

type PageName = {
  [Name in keyof typeof ADMIN]: 'GET' extends keyof (typeof ADMIN)[Name]['least'] ? Name : never
}[keyof typeof ADMIN]

/**
 * Every page of the editors' side, so that none can be forgotten. `media` is no page but the files of photos, and
 * `photoByKey` leads to a page.
 */
const pages = (id: number, version: number): Record<Exclude<PageName, 'media' | 'preview' | 'photoByKey'>, string> => ({
  home: adminHref.home(),
  find: adminHref.find('標題'),
  newArticle: adminHref.newArticle(),
  article: adminHref.article(id),
  deletedDrafts: adminHref.deletedDrafts(),
  deletion: adminHref.deletion(id),
  revisions: adminHref.revisions(id),
  revision: adminHref.revision(id, version),
  comparison: adminHref.comparison(id, version - 1, version),
  conversion: adminHref.conversion(id),
  conversionText: adminHref.conversionText(id),
  publication: adminHref.publication(id),
  correction: adminHref.correction(id),
  withdrawal: adminHref.withdrawal(id),
  history: adminHref.history(id, '2020-01-01T08:00'),
  historyComparison: adminHref.historyComparison(id, `zh-hant.${FIRST_UPDATE_MS}`, `zh-hant.${FIRST_UPDATE_MS + 1}`),
  shownThen: adminHref.shownThen(id, 'zh-hant', FIRST_UPDATE_MS),
  previewLinks: adminHref.previewLinks(id),
  email: adminHref.email(id),
  articlePhotos: adminHref.articlePhotos(id),
  articlePhoto: adminHref.articlePhoto(id, PHOTO_ID),
  photos: adminHref.photos(),
  photoChoice: adminHref.photoChoice(),
  newPhoto: adminHref.newPhoto(),
  photo: adminHref.photo(PHOTO_ID),
  photoDeletion: adminHref.photoDeletion(PHOTO_ID),
  topics: adminHref.records('topic'),
  newTopic: adminHref.newRecord('topic'),
  topic: adminHref.record('topic', 'readers-guide'),
  topicDeletion: adminHref.recordDeletion('topic', 'readers-guide'),
  contacts: adminHref.records('contact'),
  newContact: adminHref.newRecord('contact'),
  contact: adminHref.record('contact', 'cyberport-media'),
  contactDeletion: adminHref.recordDeletion('contact', 'cyberport-media'),
  boilerplates: adminHref.records('boilerplate'),
  newBoilerplate: adminHref.newRecord('boilerplate'),
  boilerplate: adminHref.record('boilerplate', 'about-cyberport'),
  boilerplateDeletion: adminHref.recordDeletion('boilerplate', 'about-cyberport'),
  glossary: adminHref.glossary(),
  newGlossaryEntry: adminHref.newGlossaryEntry(),
  glossaryText: adminHref.glossaryText(),
  outdated: adminHref.outdated(),
  glossaryEntry: adminHref.glossaryEntry(COMMON_ENTRY_ID),
  glossaryDeletion: adminHref.glossaryDeletion(COMMON_ENTRY_ID),
  settings: adminHref.settings(),
  editors: adminHref.editors(),
  newEditor: adminHref.newEditor(),
  editor: adminHref.editor(1),
  editorRemoval: adminHref.editorRemoval(1),
  audit: adminHref.audit(),
})

/** The largest article on a running site, and the newest of its revisions. */
class Desk {
  readonly origin: string
  readonly id: number
  version = REVISIONS
  #draft = 1

  constructor(origin: URL, id: number) {
    this.origin = origin.origin
    this.id = id
  }

  async get(address: string): Promise<Response> {
    return await fetch(this.origin + address)
  }

  async post(address: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    const headers = { 'sec-fetch-site': 'same-origin', origin: this.origin }
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    return await fetch(this.origin + address, { method: 'POST', headers, body, redirect: 'manual' })
  }

  /** The form of the article, filled with another text each time. */
  typed(): Record<string, string> {
    this.#draft += 1
    return {
      ...{
        version: String(this.version),
        kind: 'notice',
        slug: 'largest',
        sourceEdition: 'zh-hant',
        topics: 'readers-guide',
      },
      ...{
        'zh.title': `最長的文章第${this.#draft}稿`,
        'zh.summary': '摘要。',
        'zh.body': largestBody('zh', this.#draft),
      },
      ...{ 'en.title': `The largest article`, 'en.summary': 'Summary.', 'en.body': largestBody('en', this.#draft) },
    }
  }

  async save(): Promise<void> {
    const answer = await this.post(adminHref.article(this.id), this.typed())
    if (answer.status !== 303) throw new Error(`the article was not saved: ${answer.status} ${await answer.text()}`)
    this.version += 1
  }
}

interface Measured {
  bytes: number
  times: readonly number[]
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0
}

/** Takes the garbage of this process away, which sends and receives hundreds of kilobytes: its pauses are nobody's time. */
function collectGarbage(): void {
  globalThis.gc?.({ type: 'minor' })
}

/** What each of them takes, in turns, so that whatever else the machine does slows all alike. */
async function measure(tasks: readonly (() => Promise<() => Promise<Response>>)[]): Promise<Measured[]> {
  const times: number[][] = tasks.map(() => [])
  const bytes: number[] = []
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    for (const [index, prepare] of tasks.entries()) {
      const ask = await prepare()
      collectGarbage()
      const startMs = performance.now()
      const response = await ask()
      bytes[index] = (await response.arrayBuffer()).byteLength
      const ms = performance.now() - startMs
      if (response.status >= 400) throw new Error(`${response.url} answered ${response.status}`)
      if (round >= WARM_UP_ROUNDS) times[index]?.push(ms)
    }
  }
  return times.map((list, index) => ({ bytes: bytes[index] ?? 0, times: list }))
}

const fixed = (value: number) => Number(value.toFixed(1))

interface Row {
  KB: number
  'median ms': number
  'p95 ms': number
  /** Of the bare Worker in the same minute: shows how busy the machine was. */
  'bare p95 ms': number
}

/** Measures pages, each beside the bare Worker, which is asked before and after it in every round. */
class Bench {
  readonly #bare: URL
  readonly #bareTimes: number[] = []

  constructor(bare: URL) {
    this.#bare = bare
  }

  async measure(prepare: () => Promise<() => Promise<Response>>): Promise<Row> {
    const ask = async () => async () => await fetch(this.#bare)
    const [before, page, after] = await measure([ask, prepare, ask])
    if (!before || !page || !after) throw new Error('three tasks give three measurements')
    const bareTimes = [...before.times, ...after.times]
    this.#bareTimes.push(...bareTimes)
    return {
      KB: Math.round(page.bytes / 1000),
      'median ms': fixed(quantile(page.times, 0.5)),
      'p95 ms': fixed(quantile(page.times, 0.95)),
      'bare p95 ms': fixed(quantile(bareTimes, 0.95)),
    }
  }

  /** Prints rows with their ratio to the bare Worker in the whole run so far. */
  print(rows: Readonly<Record<string, Row>>, max = Number.POSITIVE_INFINITY): void {
    const bareMs = quantile(this.#bareTimes, 0.95)
    console.log(`Bare Worker: ${this.#bareTimes.length} answers, 95th percentile ${bareMs.toFixed(2)} ms.`)
    const judged = Object.entries(rows).map(([name, row]) => {
      const ratio = row['p95 ms'] / bareMs
      const verdict = Number.isFinite(max) ? { met: ratio <= max ? 'yes' : 'NO' } : {}
      return [name, { ...row, '× bare': fixed(ratio), ...verdict }]
    })
    console.table(Object.fromEntries(judged))
  }
}

/** Pages that are made from the newest revision. */
const FIRST_VIEWS = new Set<string>([
  'article',
  'revision',
  'comparison',
  'publication',
  'correction',
  'withdrawal',
  'email',
  'preview',
])

async function bench(folder: string, closing: (() => Promise<void>)[]): Promise<void> {
  const state = (name: string) => path.join(folder, name)
  const worker = buildWorker(state('worker'))
  await makeDatabase(state('seed'))
  const id = await copyDatabase(state('seed'), state('desk'), async (db) => {
    await fill(db, ARTICLES)
    await fillDesk(db)
    await fillGlossary(db)
    return await enterLargest(db, REVISIONS)
  })
  const bare = await runBare('{}', { from: state('seed'), to: state('bare') })
  closing.push(bare.close)
  const site = await runSite('desk', worker, state('desk'))
  closing.push(site.close)
  const desk = new Desk(site.origin, id)

  const measuring = new Bench(bare.origin)
  const gets: Record<string, Row> = {}
  const put = async (name: string, address: () => string) => {
    const isFirstView = FIRST_VIEWS.has(name.split(' ')[0] ?? '')
    gets[isFirstView ? `${name}, 100 KB` : name] = await measuring.measure(async () => {
      if (isFirstView) await desk.save()
      return async () => await desk.get(address())
    })
  }
  for (const name of Object.keys(pages(0, 0)) as (keyof ReturnType<typeof pages>)[]) {
    await put(name, () => pages(id, desk.version)[name])
  }
  await put('comparison en', () => adminHref.comparison(id, desk.version - 1, desk.version, 'en'))
  for (const edition of EDITION_KEYS) await put(`preview ${edition}`, () => adminHref.preview(id, edition))
  measuring.print(gets, RATIO_MAX)
  measuring.print(await measurePosts(measuring, desk))
}

async function measurePosts(measuring: Bench, desk: Desk): Promise<Record<string, Row>> {
  const { id } = desk
  const rows: Record<string, Row> = {}
  const put = async (name: string, ask: () => Promise<Response>) => {
    rows[name] = await measuring.measure(async () => ask)
  }
  await put('save', async () => {
    await desk.save()
    return new Response()
  })
  await put('publication, again', async () => await desk.get(adminHref.publication(id)))
  await put('autosave', async () => {
    const answer = await desk.post(adminHref.autosave(id), desk.typed())
    desk.version = Number(((await answer.json()) as { version: number }).version)
    return new Response()
  })
  for (const edition of EDITION_KEYS) {
    const typed = () => ({ ...desk.typed(), previewEdition: edition })
    await put(`live preview ${edition}`, async () => await desk.post(adminHref.preview(id), typed()))
  }
  await put('live checks', async () => await desk.post(adminHref.checks(id), desk.typed()))
  await put('live preview, 4,000 Han', async () => {
    const body = largestBody('zh', desk.version).slice(0, 4000)
    return await desk.post(adminHref.preview(id), { ...desk.typed(), 'zh.body': body, 'en.body': 'One.' })
  })
  return rows
}

const folder = mkdtempSync(path.join(tmpdir(), 'causeway-bench-'))
const closing: (() => Promise<void>)[] = []
try {
  await bench(folder, closing)
} finally {
  for (const close of closing) await close()
  rmSync(folder, { recursive: true, force: true })
}
