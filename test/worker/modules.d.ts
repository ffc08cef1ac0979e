/** A file as a data URL, made by Vite. */
declare module '*?inline' {
  const url: string
  export default url
}
