/** Our Worker, and beside it the least that a Worker with a database can do: the measure of the others. */
import app from '../../src/index.ts'

export default {
  async fetch(request: Request, env: { DB: D1Database }, context: ExecutionContext): Promise<Response> {
    if (new URL(request.url).pathname !== '/__bare') {
      const handle = app.fetch as (request: Request, env: unknown, context: ExecutionContext) => Promise<Response>
      return handle(request, env, context)
    }
    const row = await env.DB.prepare('SELECT id, slug FROM article WHERE id = 1').first()
    return Response.json(row)
  },
}
