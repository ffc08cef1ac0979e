import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

/** Test files share one isolate, so each starts by wiping the database and migrating it afresh. */
await reset()
await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
