/** The local D1 and R2 of `npm start`, for commands that run without it. */
import path from 'node:path'
import { migrate, wranglerEnvironment } from './migrate.ts'
import { OperatorError, readStartSettings } from './settings.ts'
import { leaveStateDir, takeStateDir } from './state-dir.ts'

const root = path.join(import.meta.dirname, '../..')
const configFile = path.join(root, 'wrangler.toml')

/** What commands use of the platform. */
export interface Platform {
  DB: D1Database
  MEDIA: R2Bucket
}

/**
 * Runs `work` with the local data in STATE_DIR, migrated, which nobody else uses meanwhile.
 * @throws OperatorError when the site runs with the same data
 */
export async function withPlatform<T>(work: (platform: Platform) => Promise<T>): Promise<T> {
  const settings = readStartSettings(process.env, root)
  await takeStateDir(settings)
  try {
    Object.assign(process.env, wranglerEnvironment(settings))
    await migrate({ ...settings, configFile })
    const { getPlatformProxy } = await import('wrangler')
    const proxy = await getPlatformProxy<Record<string, unknown> & Platform>({
      configPath: configFile,
      persist: { path: path.join(settings.stateDir, 'v3') },
      remoteBindings: false,
    })
    try {
      return await work(proxy.env)
    } finally {
      await proxy.dispose()
    }
  } finally {
    await leaveStateDir(settings)
  }
}

/** Runs a command and shows a mistake that the operator can mend without a stack. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    const isAdvice = error instanceof OperatorError || (error instanceof Error && error.name === 'ContentFileError')
    if (!isAdvice) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
