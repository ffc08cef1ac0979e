/** Results of pure work that took long, kept in this isolate by everything that they were made from. */

/** Each may be as large as an article; an isolate has 128 MB. */
const RESULTS_MAX = 8

/**
 * `work` with a memory: the same input, compared as JSON, gives the result of before. Results and not promises are kept,
 * because a promise belongs to the request that made it.
 */
export function remembering<Input, Result>(
  work: (input: Input) => Promise<Result>,
  keyOf: (input: Input) => unknown,
): (input: Input) => Promise<Result> {
  const results = new Map<string, Result>()
  return async (input) => {
    const key = JSON.stringify(keyOf(input))
    const known = results.get(key)
    if (known !== undefined) return known
    const result = await work(input)
    results.set(key, result)
    const [oldest] = results.keys()
    if (results.size > RESULTS_MAX && oldest !== undefined) results.delete(oldest)
    return result
  }
}
