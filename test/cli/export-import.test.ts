import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'export-import-'))
const below = (name: string) => path.join(folder, name)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(command: 'export' | 'import', state: string, ...args: string[]) {
  const script = path.join(root, `src/cli/${command}.ts`)
  const env = { ...process.env, STATE_DIR: below(state) }
  return spawnSync(process.execPath, [script, ...args], { cwd: root, env, encoding: 'utf8' })
}

function filesOf(name: string): Record<string, string> {
  const names = readdirSync(below(name), { recursive: true, encoding: 'utf8' }).sort()
  const files = names.filter((file) => statSync(path.join(below(name), file)).isFile())
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(below(name), file), 'utf8')]))
}

test('a folder becomes a site in a database that the command makes, and the site a folder', () => {
  const demonstration = path.join(root, 'src/cli/demonstration')
  for (const name of ['site.yaml', 'feeds'])
    cpSync(path.join(demonstration, name), below(`source/${name}`), { recursive: true })
  const imported = run('import', 'state', '--from', below('source'))
  expect(imported.stdout + imported.stderr).toContain('Imported 1 articles')
  expect(run('export', 'state', '--to', below('target')).status).toBe(0)
  const files = filesOf('target')
  expect(files['feeds/zh-hant.md']).toBe(filesOf('source')['feeds/zh-hant.md'])
  expect(files['feeds/zh-hans.published.md']).toContain('订阅')
  expect(run('export', 'state', '--to', below('target')).stderr).toContain('is not empty')
}, 120_000)

test.each([
  ['export', 'Say where to: npm run export -- --to FOLDER'],
  ['import', 'Say where from: npm run import -- --from FOLDER'],
] as const)('%s without a folder says what to type', (command, advice) => {
  const { status, stderr } = run(command, 'none')
  expect(status).toBe(1)
  expect(stderr).toContain(advice)
})
