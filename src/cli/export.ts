/**
 * `npm run export -- --to FOLDER`: writes every article as Markdown with front matter, its photos and the site's records
 * to a new folder. Reads the local data in STATE_DIR; the site must not run with it.
 */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { exportFiles } from './export-files.ts'
import { runCommand, withPlatform } from './platform.ts'
import { OperatorError } from './settings.ts'

const USAGE = 'Say where to: npm run export -- --to FOLDER'

async function exportTo(target: string): Promise<void> {
  const present = await readdir(target).catch(() => [])
  if (present.length > 0) throw new OperatorError(`${target} is not empty: name a folder that is new.`)
  /** Written beside its place and renamed, so that a folder is never half an export. */
  const part = `${target}.part-${process.pid}`
  try {
    const counts = await withPlatform((platform) =>
      exportFiles(platform, (name, content) => put(path.join(part, name), content)),
    )
    await rm(target, { recursive: true, force: true })
    await rename(part, target)
    console.log(`Exported ${counts.articles} articles and ${counts.photos} photos to ${target}`)
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    throw error
  }
}

async function put(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, content)
}

await runCommand(async () => {
  const { values } = parseArgs({ options: { to: { type: 'string' } }, strict: false })
  if (typeof values.to !== 'string' || values.to === '') throw new OperatorError(USAGE)
  await exportTo(path.resolve(values.to))
})
