/** Type-checks every TypeScript project of the repository; ends with status 1 if one of them has an error. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'

const root = path.join(import.meta.dirname, '../..')
const projects = ['.', 'src/client', 'src/client/sw', 'src/cli', 'test', 'test/worker']

let failed = false
for (const project of projects) {
  const result = spawnSync('tsc', ['--noEmit', '-p', project], { cwd: root, stdio: 'inherit' })
  if (result.status !== 0) failed = true
}
process.exit(failed ? 1 : 0)
