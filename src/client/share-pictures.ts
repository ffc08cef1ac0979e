/**
 * `share-pictures`: draws the pictures that stand for an article where it is shared, and hands them in. Those that are
 * missing or show an old headline are drawn by themselves; a button draws one again. What became of it stands beside each
 * edition and is said once, when all are done; the focus stays where it is.
 *
 *     <section data-behaviour="share-pictures" data-accent="#00524f" data-words="{name}: {state}"
 *              data-words-drawn="…" …>
 *       <ul><li data-url="…" data-title="…" data-site-name="…" data-lang="zh-HK" data-state="missing">
 *         <b data-part="name">…</b> <span data-part="state">…</span> <button type="button" hidden>…</button></li></ul>
 *       <p role="status" data-part="report"></p>
 *     </section>
 */
import { drawSharePicture } from './share-picture.ts'

type State = 'drawing' | 'drawn' | 'failed' | 'missing-glyphs'

export function startSharePictures(): void {
  const section = document.querySelector<HTMLElement>('[data-behaviour~="share-pictures"]')
  if (!section) return
  const lines = [...section.querySelectorAll<HTMLElement>('li[data-url]')]
  let running = Promise.resolve()
  const enqueue = (due: readonly HTMLElement[]) => {
    running = running.then(() => drawAll(section, due))
  }
  for (const line of lines) {
    const button = line.querySelector('button')
    if (!button) continue
    button.hidden = false
    button.addEventListener('click', () => {
      if (line.dataset.state !== 'drawing') enqueue([line])
    })
  }
  const due = lines.filter(({ dataset }) => dataset.state !== 'drawn')
  if (due.length > 0) enqueue(due)
}

async function drawAll(section: HTMLElement, due: readonly HTMLElement[]): Promise<void> {
  for (const line of due) show(section, line, 'drawing')
  for (const line of due) show(section, line, await drawOne(line.dataset, section.dataset.accent ?? '#000000'))
  const report = section.querySelector('[data-part="report"]')
  if (report) report.textContent = due.map((line) => sentence(section, line)).join(' ')
}

async function drawOne(
  { url = '', title = '', siteName = '', lang = '' }: DOMStringMap,
  accent: string,
): Promise<State> {
  try {
    const drawn = await drawSharePicture({ title, siteName, lang, accent })
    if (!drawn.ok) return drawn.reason === 'missing-glyphs' ? 'missing-glyphs' : 'failed'
    const body = new FormData()
    body.append('title', title)
    body.append('picture', drawn.blob)
    const response = await fetch(url, { method: 'POST', body, redirect: 'manual' })
    return response.ok ? 'drawn' : 'failed'
  } catch {
    return 'failed'
  }
}

function show(section: HTMLElement, line: HTMLElement, state: State): void {
  line.dataset.state = state
  const words = line.querySelector('[data-part="state"]')
  if (words) words.textContent = section.getAttribute(`data-words-${state}`) ?? ''
}

function sentence({ dataset }: HTMLElement, line: HTMLElement): string {
  return (dataset.words ?? '').replace('{name}', wordsIn(line, 'name')).replace('{state}', wordsIn(line, 'state'))
}

function wordsIn(line: HTMLElement, part: 'name' | 'state'): string {
  return line.querySelector(`[data-part="${part}"]`)?.textContent ?? ''
}
