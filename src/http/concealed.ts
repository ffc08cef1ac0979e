/** Headers of what may not be public yet: nobody keeps it, finds it or is told where it was seen. */
export const CONCEALED = {
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow, noarchive',
} as const
