/** Files that wrangler bundles as data or text modules (see `[[rules]]` in wrangler.toml). */
declare module '*.dict.bin' {
  const bytes: ArrayBuffer
  export default bytes
}
declare module '*.dict.txt' {
  const text: string
  export default text
}
declare module '*.css' {
  const text: string
  export default text
}
