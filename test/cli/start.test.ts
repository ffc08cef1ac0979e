import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { adminMessagesFor } from '../../src/edition/messages/admin.ts'

const NEVER_RAN = adminMessagesFor('zh-hant').home.cronOverdue('')

const root = path.join(import.meta.dirname, '../..')

let stateDir = ''
const started: ChildProcess[] = []

beforeAll(async () => {
  stateDir = await mkdtemp(path.join(tmpdir(), 'causeway-start-'))
})

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGTERM')
})

afterAll(async () => await rm(stateDir, { recursive: true, force: true }))

interface Run {
  readonly child: ChildProcess
  readonly ended: Promise<number | null>
  output(): string
}

function start(env: Record<string, string>): Run {
  const child = spawn(process.execPath, ['src/cli/start.ts'], {
    cwd: root,
    env: { ...process.env, STATE_DIR: stateDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, ended, output: () => output }
}

async function listen(port: number): Promise<{ server: Server; port: number }> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return { server, port: address.port }
}

async function freePort(): Promise<number> {
  const { server, port } = await listen(0)
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function overview(port: number): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/admin/`)
  expect(response.status).toBe(200)
  return await response.text()
}

async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (await condition()) return
    await delay(50)
  }
  throw new Error(`Never happened: ${what}`)
}

/** Command lines of the living processes that name `text`; what Linux alone can tell. */
async function processesNaming(text: string): Promise<string[]> {
  if (process.platform !== 'linux') return []
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const lines = await Promise.all(ids.map(async (id) => await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')))
  return lines.filter((line) => line.includes(text)).map((line) => line.replaceAll('\0', ' '))
}

describe('npm start', () => {
  test('says what PORT may be', async () => {
    for (const port of ['abc', '0', '65536', '80.5', '-1']) {
      const run = start({ PORT: port })
      expect(await run.ended).toBe(1)
      expect(run.output()).toBe(`PORT must be a whole number from 1 to 65535, but it is "${port}".\n`)
    }
  })

  test('says what to do when the port is taken', async () => {
    const { server, port } = await listen(0)
    const run = start({ PORT: String(port) })
    expect(await run.ended).toBe(1)
    expect(run.output()).toContain(`Port ${port} is taken`)
    expect(run.output()).toContain('PORT=8787 npm start')
    server.close()
  })

  test('says so when STATE_DIR is no folder', async () => {
    const file = path.join(stateDir, 'a-file')
    await writeFile(file, '')
    const run = start({ PORT: String(await freePort()), STATE_DIR: file })
    expect(await run.ended).toBe(1)
    expect(run.output()).toContain('STATE_DIR must be a folder that can be written to')
  })

  test('serves the site, refuses a second one on the same data, and stops without leaving a process', async () => {
    const port = await freePort()
    const run = start({ PORT: String(port) })
    await until(() => run.output().includes('is ready') || run.child.exitCode !== null, 'ready')
    expect(run.output()).toContain(`Causeway is ready: http://localhost:${port}/\n`)
    expect(run.output()).toContain(`http://localhost:${port}/admin/\n`)
    expect(run.output()).toContain('Loaded the demonstration content.')
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
    await until(async () => !(await overview(port)).includes(NEVER_RAN), 'scheduled work has run')

    const second = start({ PORT: String(await freePort()) })
    expect(await second.ended).toBe(1)
    expect(second.output()).toContain(`Causeway runs already with the data in ${stateDir}: http://localhost:${port}/`)

    run.child.kill('SIGTERM')
    expect(await run.ended).toBe(0)
    await until(async () => (await processesNaming(stateDir)).length === 0, 'all processes gone')
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow()
  })

  test('stops when npm was stopped, though the shell between them passes no signal on', async () => {
    const port = await freePort()
    const env = { ...process.env, STATE_DIR: stateDir, PORT: String(port), npm_lifecycle_event: 'start' }
    const command = `"${process.execPath}" src/cli/start.ts; true`
    const shell = spawn('sh', ['-c', command], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
    started.push(shell)
    let output = ''
    shell.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    await until(() => output.includes('is ready'), 'ready')
    expect(output).not.toContain('Loaded') // the folder has content since the last test
    shell.kill('SIGTERM')
    await until(async () => (await processesNaming(stateDir)).length === 0, 'all processes gone')
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow()
  })
})
