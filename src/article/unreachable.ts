/**
 * Marks the branch that no value can reach, so that a new member of a union does not compile until it is handled.
 * @throws always, for values that did not come through the types
 */
export function assertUnreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
