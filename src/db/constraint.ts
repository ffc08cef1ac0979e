/** Did the database refuse a row because of a rule of its table? Walks the causes: Drizzle wraps what D1 throws. */
export function isConstraint(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (/constraint failed/i.test(cause.message)) return true
  }
  return false
}
