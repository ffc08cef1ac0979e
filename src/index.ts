import { createApp } from './app.ts'
import { scheduled } from './cron/handler.ts'

const app = createApp({ now: () => Date.now() })

export default {
  fetch: app.fetch,
  scheduled,
} satisfies ExportedHandler<import('./env.ts').Bindings>
