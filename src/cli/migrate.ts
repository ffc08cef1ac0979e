/** Brings the local database up to date with `migrations/`, or makes it. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { OperatorError } from './settings.ts'

/** wrangler, to be run with the Node that runs this. */
export const wrangler = path.join(import.meta.dirname, '../../node_modules/wrangler/bin/wrangler.js')

export interface LocalSite {
  /** Absolute; holds the local database, uploaded files and logs. */
  readonly stateDir: string
  /** The wrangler configuration of the site. */
  readonly configFile: string
}

/** @throws OperatorError with what wrangler said */
export async function migrate(site: LocalSite): Promise<void> {
  const args = ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', site.stateDir]
  const child = spawn(process.execPath, [wrangler, ...args, '--config', site.configFile], {
    env: { ...wranglerEnvironment(site), CI: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code === 0) return
  throw new OperatorError(
    `The database in ${site.stateDir} could not be migrated. To begin anew, move that folder away.\n\n${output}`,
  )
}

/** Nothing is looked up, asked or reported; logs stay in the state folder. */
export function wranglerEnvironment({ stateDir }: Pick<LocalSite, 'stateDir'>): NodeJS.ProcessEnv {
  return {
    ...process.env,
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    WRANGLER_SEND_METRICS: 'false',
    WRANGLER_SEND_ERROR_REPORTS: 'false',
    WRANGLER_HIDE_BANNER: 'true',
    WRANGLER_NO_SKILLS_UPDATE_PROMPTS: 'true',
    WRANGLER_LOG_PATH: path.join(stateDir, 'logs'),
  }
}
