/** Holds the place of the Worker until the pages stand: it only says that it is alive. */
export default {
  fetch(request: Request): Response {
    const alive = new URL(request.url).pathname === '/healthz'
    return new Response(alive ? 'ok' : 'Not found', { status: alive ? 200 : 404 })
  },
} satisfies ExportedHandler
