/** A file as a data URL, made by Vite. */
declare module '*?inline' {
  const url: string
  export default url
}

/** Vite gives the text of a file for this. */
declare module '*?raw' {
  const text: string
  export default text
}
