declare const brand: unique symbol

/** Key of a topic and last part of its address: 2 to 60 characters of a–z, 0–9 and single hyphens between them. */
export type TopicKey = string & { readonly [brand]: true }

/** Reads a path segment or a form field exactly; `undefined` when it is no key. */
export function parseTopicKey(raw: unknown): TopicKey | undefined {
  if (typeof raw !== 'string' || raw.length > 60 || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(raw) || raw.length < 2)
    return undefined
  // Proved by the line above.
  return raw as TopicKey
}
