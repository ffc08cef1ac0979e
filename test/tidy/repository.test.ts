/** Rules about the repository as a whole. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = path.join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')

describe('migrations', () => {
  const files = readdirSync(path.join(ROOT, 'migrations')).sort()

  test.each(files)('%s adds and never rebuilds or cascades', (file) => {
    const statements = read(`migrations/${file}`).replace(/--.*$/gm, '')
    expect(statements).not.toMatch(/\bDROP\s+TABLE\b|__new_|foreign_keys\s*=|ON\s+DELETE\s+CASCADE/i)
  })

  test('have numbers that differ', () => {
    const numbers = files.map((file) => file.slice(0, 4))
    expect(new Set(numbers).size).toBe(numbers.length)
  })
})

describe('package-lock.json', () => {
  interface Locked {
    engines?: unknown
    resolved?: string
    version?: string
  }
  const lock: { packages: Record<string, Locked> } = JSON.parse(read('package-lock.json'))

  test('has no engines fields, which would make npm warn about the host: run `npm run lock`', () => {
    expect(
      Object.entries(lock.packages)
        .filter(([, locked]) => locked.engines)
        .map(([name]) => name),
    ).toEqual([])
  })

  test('names no registry', () => {
    expect(Object.values(lock.packages).filter(({ resolved }) => resolved)).toEqual([])
  })

  test('has one workerd, for every system that it is made for', () => {
    const workerds = Object.keys(lock.packages).filter((name) => /(^|\/)node_modules\/workerd$/.test(name))
    expect(workerds).toEqual(['node_modules/workerd'])
    for (const system of ['linux-64', 'linux-arm64', 'darwin-64', 'darwin-arm64', 'windows-64']) {
      expect(lock.packages[`node_modules/@cloudflare/workerd-${system}`]?.version).toBeTruthy()
    }
  })
})

test('direct dependencies are pinned', () => {
  const manifest: { dependencies: Record<string, string>; devDependencies: Record<string, string> } = JSON.parse(
    read('package.json'),
  )
  const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    ([, version]) => !/^\d/.test(version),
  )
  expect(loose).toEqual([])
})

test('the stylesheets never forbid breaks inside Chinese, nor set it in italics', () => {
  const css = readdirSync(path.join(ROOT, 'src/ui'))
    .filter((name) => name.endsWith('.css') && !name.includes('.generated.'))
    .map((name) => read(`src/ui/${name}`))
    .join('\n')
  expect(css).not.toMatch(/keep-all|font-style:\s*(italic|oblique)|text-align:\s*justify/)
})
