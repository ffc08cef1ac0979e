/**
 * `npm run import -- --from FOLDER [--replace]`: takes in what `npm run export` wrote. Writes to the local data in
 * STATE_DIR, which it makes where there is none; the site must not run with it.
 */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { derivationFor } from '../newsroom/conversion.ts'
import { converterFromFiles } from './dictionaries.ts'
import { importFiles, type SourceFolder } from './import-files.ts'
import { runCommand, withPlatform } from './platform.ts'
import { OperatorError } from './settings.ts'

const USAGE = 'Say where from: npm run import -- --from FOLDER [--replace]'
/** Shown as the author of what somebody wrote by hand; exported articles keep theirs. */
const IMPORTED_BY = 'import@localhost'

function folderOnDisk(root: string): SourceFolder {
  const absent = (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw error
  }
  return {
    names: async (name) => ((await readdir(path.join(root, name)).catch(absent)) ?? []).sort(),
    read: async (name) => await readFile(path.join(root, name)).catch(absent),
  }
}

async function importFrom(source: string, replace: boolean): Promise<void> {
  const converter = converterFromFiles()
  const counts = await withPlatform((platform) =>
    importFiles(platform, {
      folder: folderOnDisk(source),
      replace,
      derivation: (overrides) => derivationFor(converter, { source: 'zh-hant', overrides }),
      importedBy: IMPORTED_BY,
      nowMs: Date.now(),
    }),
  )
  const { articles, photos, missingPhotos } = counts
  console.log(`Imported ${articles} articles and ${photos} photos from ${source}`)
  if (missingPhotos.length > 0) {
    console.log(`Articles show photos that are not in the folder and not on the site: ${missingPhotos.join(', ')}`)
  }
}

await runCommand(async () => {
  const options = { from: { type: 'string' }, replace: { type: 'boolean' } } as const
  const { values } = parseArgs({ options, strict: false })
  if (typeof values.from !== 'string' || values.from === '') throw new OperatorError(USAGE)
  await importFrom(path.resolve(values.from), values.replace === true)
})
