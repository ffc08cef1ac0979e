/** The cache in front of the Worker, for the operations that change the news. */
export function purgePortOf(context: unknown): ((tags: readonly string[]) => Promise<void>) | undefined {
  // Hono's type of the context knows only what all platforms have; on Workers it is this one.
  const { cache } = context as ExecutionContext
  if (!cache) return undefined
  return async (tags) => {
    const { success, errors } = await cache.purge({ tags: [...tags] })
    if (!success) throw new Error(errors.map(({ message }) => message).join('; ') || 'the purge was refused')
  }
}
