/**
 * `npm run lock`: makes package-lock.json fit every machine after a dependency changed.
 *
 * Two things are mended. `engines` fields are dropped: npm scripts run on the Node 24 that is itself a dependency, so
 * npm's warnings about the host's Node are noise. And optional platform packages that the registry at hand did not
 * offer are entered, because `npm ci` refuses a lock that lacks an optional dependency that its parent names.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

interface LockedPackage {
  version?: string
  engines?: unknown
  optionalDependencies?: Record<string, string>
  [field: string]: unknown
}

const file = path.join(import.meta.dirname, '../../package-lock.json')
const lock: { packages: Record<string, LockedPackage> } = JSON.parse(readFileSync(file, 'utf8'))

for (const locked of Object.values(lock.packages)) delete locked.engines

/** Systems and processors as workerd names them in its package names. */
const systems = { darwin: 'darwin', windows: 'win32', linux: 'linux' } as const
const processors = { '64': 'x64', arm64: 'arm64' } as const

for (const [name, version] of Object.entries(lock.packages['node_modules/workerd']?.optionalDependencies ?? {})) {
  const key = `node_modules/${name}`
  const match = /workerd-(darwin|windows|linux)-(64|arm64)$/.exec(name)
  if (lock.packages[key] || !match) continue
  const [, system, processor] = match
  if (system === undefined || processor === undefined) continue
  lock.packages[key] = {
    version,
    cpu: [processors[processor as keyof typeof processors]],
    dev: true,
    license: 'Apache-2.0',
    optional: true,
    os: [systems[system as keyof typeof systems]],
  }
}

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
