/**
 * `npm start`: the whole site on this machine, with an embedded D1 and R2, no account and no network.
 *
 * Migrates the local database, loads the demonstration content once, starts `wrangler dev` and says where the site is.
 * PORT (8787) and STATE_DIR (.state) may be set. Ctrl-C stops everything that was started.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { withLocalDatabase } from './local-database.ts'
import { migrate, wrangler, wranglerEnvironment } from './migrate.ts'
import { OperatorError, readStartSettings, type StartSettings } from './settings.ts'
import { leaveStateDir, takeStateDir } from './state-dir.ts'

/** Only this machine may connect: locally everybody is signed in as an editor. */
const HOST = '127.0.0.1'
const READY_SECONDS_MAX = 60
const POLL_MS = 100
/** How long wrangler may take to stop by itself before it is killed. */
const STOP_GRACE_MS = 3000
/** How often to look whether npm is still there. */
const PARENT_CHECK_MS = 500
/** As often as `triggers.crons` in wrangler.toml: `wrangler dev` itself never runs what is scheduled. */
const SCHEDULED_MS = 60_000

const root = path.join(import.meta.dirname, '../..')

interface Start extends StartSettings {
  /** The wrangler configuration of the site. */
  readonly configFile: string
}

/** Starts the site and resolves when it has stopped, to the status that the process should end with. */
async function start(options: Start): Promise<number> {
  await takeStateDir(options)
  try {
    await assertPortIsFree(options.port)
    const [{ seed }] = await Promise.all([import('./seed.ts'), migrate(options)]) // each takes a second
    const answer = await withLocalDatabase(options, async (db) => await seed(db, Date.now()))
    if (answer === 'seeded') console.log('Loaded the demonstration content.')
    return await runDev(options)
  } finally {
    await leaveStateDir(options)
  }
}

/** @throws OperatorError when something listens there already, or the system does not let us */
async function assertPortIsFree(port: number): Promise<void> {
  const code = await new Promise<string | undefined>((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    probe.listen(port, HOST, () => probe.close(() => resolve(undefined)))
  })
  if (code === undefined) return
  const reason = code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${code})`
  const other = port === 8787 ? 8788 : 8787
  throw new OperatorError(`Port ${port} ${reason}. Choose another one:\n\n  PORT=${other} npm start\n`)
}

/** Runs `wrangler dev` until it ends or a signal comes; leaves no process behind. */
async function runDev(options: Start): Promise<number> {
  const dev = spawnDev(options)
  const ended = new Promise<number>((resolve) => dev.once('exit', (code) => resolve(code ?? 1)))
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    killGroup(dev, 'SIGTERM')
    setTimeout(() => killGroup(dev, 'SIGKILL'), STOP_GRACE_MS).unref()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  whenNpmEnds(stop)
  try {
    await Promise.race([waitUntilReady(options.port), ended])
    if (dev.exitCode === null && !stopping) {
      announce(options.port)
      runScheduled(options.port)
      setInterval(() => runScheduled(options.port), SCHEDULED_MS).unref()
    }
    const code = await ended
    return stopping ? 0 : code || 1
  } finally {
    killGroup(dev, 'SIGKILL')
  }
}

function spawnDev(options: Start): ChildProcess {
  const args = ['dev', '--config', options.configFile, '--ip', HOST, '--port', String(options.port)]
  args.push('--inspector-port', '0', '--persist-to', options.stateDir, '--show-interactive-dev-session=false')
  args.push('--log-level', 'warn', '--var', `SITE_URL:http://localhost:${options.port}`)
  args.push('--test-scheduled') // lets developers run the cron at /__scheduled, and saves a warning on every start
  return spawn(process.execPath, [wrangler, ...args], {
    env: wranglerEnvironment(options),
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32', // a process group of its own, so that all of it can be stopped
  })
}

/** npm passes a SIGTERM to the shell that it started us with, and the shell dies without passing it on. */
function whenNpmEnds(stop: () => void): void {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) stop()
  }, PARENT_CHECK_MS).unref()
}

async function waitUntilReady(port: number): Promise<void> {
  const deadlineMs = Date.now() + READY_SECONDS_MAX * 1000
  while (Date.now() < deadlineMs) {
    const response = await fetch(`http://${HOST}:${port}/healthz`).catch(() => undefined)
    if (response?.ok) return
    await delay(POLL_MS)
  }
  throw new OperatorError(`The site did not answer at /healthz within ${READY_SECONDS_MAX} s: see the messages above.`)
}

/** What the platform does every minute; a run that fails is shown on the overview for editors. */
function runScheduled(port: number): void {
  fetch(`http://${HOST}:${port}/cdn-cgi/handler/scheduled`).catch(() => undefined)
}

function announce(port: number): void {
  console.log(`
Causeway is ready: http://localhost:${port}/
For editors:       http://localhost:${port}/admin/

Press Ctrl-C to stop.
`)
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    // Nobody of the group is left.
  }
}

try {
  const configFile = path.join(root, 'wrangler.toml')
  process.exitCode = await start({ ...readStartSettings(process.env, root), configFile })
} catch (error) {
  if (!(error instanceof OperatorError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
