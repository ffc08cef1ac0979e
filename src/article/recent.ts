/**
 * `work`, which must be pure, with a memory of its last results: one request parses the same text for its page, its checks
 * and its conversion.
 */
export function recently<Result>(work: (text: string) => Result, resultsMax: number): (text: string) => Result {
  const results = new Map<string, Result>()
  return (text) => {
    const known = results.get(text)
    if (known !== undefined) return known
    const result = work(text)
    results.set(text, result)
    const [oldest] = results.keys()
    if (results.size > resultsMax && oldest !== undefined) results.delete(oldest)
    return result
  }
}
