import type { HtmlEscapedString } from 'hono/utils/html'

/** Pages are in three editions, with pictures or without; their parts have some variants more. */
const RESULTS_MAX = 500

/**
 * A component that is rendered once for the same properties and then kept by the isolate: a part that is the same on many
 * pages. It is given these properties and nothing else, so that what is kept is what it would render.
 */
export function kept<Props extends Readonly<Record<keyof Props, string | boolean>>>(
  component: (props: Props) => HtmlEscapedString,
): (props: Props) => HtmlEscapedString {
  const results = new Map<string, HtmlEscapedString>()
  return (props) => {
    const key = JSON.stringify(props)
    const known = results.get(key)
    if (known !== undefined) return known
    if (results.size >= RESULTS_MAX) results.clear()
    const result = component(props)
    results.set(key, result)
    return result
  }
}
