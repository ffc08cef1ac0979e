/**
 * The folder of local data. Two workerd on one SQLite file fail each other's writes (SQLITE_BUSY), so a started site
 * leaves a note in its folder that says who uses it.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { OperatorError, type StartSettings } from './settings.ts'

const NOTE = 'running.json'

interface Note {
  readonly pid: number
  readonly port: number
}

/**
 * Makes the folder and takes it for this process.
 * @throws OperatorError when it cannot be written to, or a running site uses it
 */
export async function takeStateDir({ stateDir, port }: StartSettings): Promise<void> {
  const file = path.join(stateDir, NOTE)
  const holder = await readNote(file)
  if (holder && (await isRunning(holder))) {
    const other = holder.port + 1
    throw new OperatorError(
      `Causeway runs already with the data in ${stateDir}: http://localhost:${holder.port}/\n` +
        `Stop it first, or start a second one with data of its own:\n\n  PORT=${other} STATE_DIR=.state-${other} npm start\n`,
    )
  }
  try {
    await mkdir(stateDir, { recursive: true })
    await writeFile(file, JSON.stringify({ pid: process.pid, port } satisfies Note))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new OperatorError(`STATE_DIR must be a folder that can be written to: ${reason}`)
  }
}

/** Lets others use the folder. */
export async function leaveStateDir({ stateDir }: StartSettings): Promise<void> {
  await rm(path.join(stateDir, NOTE), { force: true })
}

async function readNote(file: string): Promise<Note | undefined> {
  try {
    const note: unknown = JSON.parse(await readFile(file, 'utf8'))
    const { pid, port } = note as Partial<Note> // both are looked at in the next line
    return Number.isInteger(pid) && Number.isInteger(port) ? { pid: Number(pid), port: Number(port) } : undefined
  } catch {
    return undefined
  }
}

/** A process of that number may be a stranger (after a restart of the machine), so the site must answer, too. */
async function isRunning({ pid, port }: Note): Promise<boolean> {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  return await fetch(`http://127.0.0.1:${port}/healthz`).then(
    () => true,
    () => false,
  )
}
