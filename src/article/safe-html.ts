/**
 * The only place where a string becomes HTML that pages print unescaped. Only files of this folder call `trustHtml`,
 * and only with markup that they wrote around text that went through `escapeText` or `escapeAttribute`.
 */

import { clean } from './clean-text.ts'
import { ENTITIES } from './entities.ts'

declare const brand: unique symbol

/** HTML that `renderBody` made: well formed, escaped, elements and attributes from our own list only. */
export type SafeHtml = string & { readonly [brand]: true }

/**
 * Brands again what `renderBody` returned and the database stored. The caller promises that the column is written
 * with `RenderedBody.html` and with nothing else; never hand it text of a request, an upload or an import.
 */
export function storedSafeHtml(column: string): SafeHtml {
  return trustHtml(column)
}

/** For this folder only: brands markup whose every text and attribute was escaped by the functions below. */
export function trustHtml(markup: string): SafeHtml {
  // The brand exists in the type only; the proof is the caller's, as said above.
  return markup as SafeHtml
}

/** Text between tags. Quotation marks stay as they are: they mean nothing there, and English prose has many. */
export function escapeText(text: string): string {
  return clean(text).replace(/[&<>]/g, (character) => ENTITIES[character] ?? '')
}

/** The value of a double-quoted attribute. Line breaks become spaces, so that a tag stays on one line. */
export function escapeAttribute(value: string): string {
  return clean(value).replace(/[&<>"'\n\t]/g, (character) => ENTITIES[character] ?? ' ')
}
