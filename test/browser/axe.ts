/** Runs axe-core on the whole document, every rule that names a promise of the accessibility statement. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { AxeResults, NodeResult, Result, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

/** Half the size of `axe.source`, which counts: it is sent to every page. */
const SOURCE = readFileSync(path.join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8')

const TAGS = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Off unless asked for, though WCAG 2.2 has them: target size (AA), and contrast, link purpose and refresh (AAA). */
const OFF_BY_DEFAULT = [
  'color-contrast-enhanced',
  'identical-links-same-purpose',
  'meta-refresh-no-exceptions',
  'target-size',
] as const

/** Something that axe could not decide and a person looked at. */
export interface Reviewed {
  readonly rule: string
  /** Part of the selector that axe reports; every place when absent. */
  readonly at?: string
  /** Why it is right. */
  readonly reason: string
}

/**
 * Every violation, and every doubt of axe that nobody reviewed, one readable string each. Works under a strict CSP.
 * A good page gives `[]`, so that `expect(await auditPage(page)).toEqual([])` shows what is wrong.
 */
export async function auditPage(page: Page, reviewed: readonly Reviewed[] = []): Promise<string[]> {
  const { violations, incomplete } = await runAxe(page)
  const isOpen = (rule: string, where: string) =>
    !reviewed.some((review) => review.rule === rule && where.includes(review.at ?? ''))
  return [
    ...violations.flatMap((result) => result.nodes.map((node) => describe('violation', result, node))),
    ...incomplete.flatMap((result) =>
      result.nodes.filter((node) => isOpen(result.id, selector(node))).map((node) => describe('unsure', result, node)),
    ),
  ]
}

/** The full results, for tests about the rules themselves. */
export async function runAxe(page: Page): Promise<AxeResults> {
  // A script element would be refused by the site's CSP; evaluation goes around it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE)
  const options: RunOptions = {
    runOnly: { type: 'tag', values: TAGS },
    rules: Object.fromEntries(OFF_BY_DEFAULT.map((rule) => [rule, { enabled: true }])),
    resultTypes: ['violations', 'incomplete'],
  }
  return await page.evaluate(async (runOptions) => {
    // The evaluation above put axe there; its types are those of the package.
    const { axe: runner } = window as unknown as { axe: typeof import('axe-core') }
    return await runner.run(document, runOptions)
  }, options)
}

function describe(kind: string, result: Result, node: NodeResult): string {
  const why = [...node.any, ...node.all, ...node.none].map((check) => check.message).join('; ')
  return `${kind} ${result.id} (${result.impact ?? 'no impact'}) at ${selector(node)}: ${why || result.help} <${node.html.slice(1, 160)}`
}

function selector(node: NodeResult): string {
  return node.target.flat().join(' ')
}
