/**
 * What JSX compiles to (`jsxImportSource` in tsconfig.json): elements are strings from the start. hono/jsx builds a tree, so
 * that it can stream, suspend and move tags into the head; our pages do none of this, and the tree of an article took as
 * long as everything else that the Worker does for it. Types and the mark of what is escaped are Hono's.
 */

import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { JSX as HonoJsx } from 'hono/jsx/jsx-runtime'
import type { HtmlEscapedString } from 'hono/utils/html'
import { ENTITIES } from '../article/entities.ts'

type Props = Readonly<Record<string, unknown>>
type Component = (props: Props) => unknown

/** Elements without content (HTML, 13.1.2). */
const VOID_ELEMENTS = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/** Attributes that are there or not (HTML, 2.3.2). Of all others `false` is a value. */
const BOOLEAN_ATTRIBUTES = new Set(
  `allowfullscreen async autofocus checked controls default defer disabled formnovalidate hidden inert itemscope loop
  multiple muted nomodule novalidate open playsinline readonly required reversed selected`.split(/\s+/),
)

/** @throws TypeError for content that cannot be shown, such as a promise: components are not asynchronous */
export function jsx(tag: string | Component, props: Props): HtmlEscapedString {
  if (typeof tag === 'function') {
    const made = tag(props)
    return isEscaped(made) ? made : raw(markup(made))
  }
  let html = `<${tag}`
  for (const name in props) if (name !== 'children') html += attribute(name, props[name])
  return raw(VOID_ELEMENTS.has(tag) ? `${html}/>` : `${html}>${markup(props.children)}</${tag}>`)
}

/** The names under which compilers ask for it. */
export { jsx as jsxDEV, jsx as jsxs }

export function Fragment({ children }: { children?: Child }): HtmlEscapedString {
  return raw(markup(children))
}

function attribute(name: string, value: unknown): string {
  if (typeof value === 'string') return ` ${name}="${escaped(value)}"`
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean' && BOOLEAN_ATTRIBUTES.has(name)) return value ? ` ${name}=""` : ''
  return ` ${name}="${escaped(String(value))}"`
}

function markup(content: unknown): string {
  if (typeof content === 'string') return escaped(content)
  if (content === null || content === undefined || typeof content === 'boolean') return ''
  if (isEscaped(content)) return content.toString()
  if (typeof content === 'number') return String(content)
  if (!Array.isArray(content)) throw new TypeError(`JSX cannot show ${Object.prototype.toString.call(content)}`)
  let html = ''
  for (const one of content) html += markup(one)
  return html
}

function isEscaped(value: unknown): value is HtmlEscapedString {
  return value instanceof String && 'isEscaped' in value
}

function escaped(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '') : text
}

export declare namespace JSX {
  type Element = HtmlEscapedString
  type ElementType = string | ((props: never) => Child | HtmlEscapedString)
  type ElementChildrenAttribute = HonoJsx.ElementChildrenAttribute
  type IntrinsicElements = HonoJsx.IntrinsicElements
  type IntrinsicAttributes = HonoJsx.IntrinsicAttributes
}
