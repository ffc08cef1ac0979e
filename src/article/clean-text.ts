/**
 * Characters that no text of ours needs and that break what carries it: controls (forbidden in HTML and XML),
 * noncharacters, marks that reorder the rest of a line (CVE-2021-42574, "Trojan Source"), byte-order marks inside text
 * and interlinear annotations. U+FFFC goes too: the renderer uses it for itself.
 */
const UNWANTED =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufff9-\ufffc\ufffe\uffff]/g

/** Looked for first, because nearly all texts are clean. CR is among them. */
const SUSPECT = new RegExp(UNWANTED.source)

/**
 * The same text without unwanted characters; CR LF and CR become LF, lone surrogates become U+FFFD.
 * Never throws, and cleaning twice changes nothing more.
 */
export function clean(text: string): string {
  if (!SUSPECT.test(text)) return text.toWellFormed()
  return text.replace(/\r\n?/g, '\n').replace(UNWANTED, '').toWellFormed()
}
