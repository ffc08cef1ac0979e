/** Files that wrangler bundles as text modules (see `[[rules]]` in wrangler.toml). */
declare module '*.dict.txt' {
  const text: string
  export default text
}
declare module '*.css' {
  const text: string
  export default text
}
