import type { ScanContext } from './scan.ts'
import type { Decision, Doubtful } from './trace.ts'

/** Whether an editor should look at this decision, and what else it could be. */
export function doubtAbout(
  _context: ScanContext,
  _text: string,
  _index: number,
  _end: number,
  _decision: Decision,
): Doubtful | undefined {
  return undefined
}
