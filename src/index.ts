import { createApp } from './app.ts'

const app = createApp({ now: () => Date.now() })

export default {
  fetch: app.fetch,
} satisfies ExportedHandler<import('./env.ts').Bindings>
