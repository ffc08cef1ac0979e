declare namespace Cloudflare {
  interface Env {
    DB: D1Database
    MEDIA: R2Bucket
    IMAGES: ImagesBinding
    TEST_MIGRATIONS: import('@cloudflare/vitest-plugin').D1Migration[]
  }
}
