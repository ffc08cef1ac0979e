/** Results of pure work that took long, kept in this isolate by everything that they were made from. */
import { isSameJson } from '../article/same-json.ts'

/** Each may be as large as an article; an isolate has 128 MB. */
const RESULTS_MAX = 8

/**
 * `work` with a memory: the same input, compared as JSON, gives the result of before. Results and not promises are kept,
 * because a promise belongs to the request that made it.
 */
export function remembering<Input, Result>(
  work: (input: Input) => Promise<Result>,
  madeFrom: (input: Input) => unknown,
): (input: Input) => Promise<Result> {
  let kept: readonly { from: unknown; result: Result }[] = []
  return async (input) => {
    const from = madeFrom(input)
    const known = kept.find((one) => isSameJson(one.from, from))
    if (known) return known.result
    const result = await work(input)
    kept = [{ from, result }, ...kept].slice(0, RESULTS_MAX)
    return result
  }
}
