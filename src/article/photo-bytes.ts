/** One character a byte, for names of chunks and boxes. Bytes from 0x80 on become some other character each. */
export function ascii(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
