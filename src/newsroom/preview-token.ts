/** Tokens of preview links: 192 random bits, of which the database knows only the hash. */

const TOKEN_BYTES = 24

/** A new token, in the alphabet of base64url (RFC 4648, 5). */
export function newPreviewToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(TOKEN_BYTES))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}

/** SHA-256 of a token, in hexadecimal. */
export async function hashPreviewToken(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
