import { clean } from '../article/clean-text.ts'
import { ENTITIES } from '../article/entities.ts'

/**
 * Any text as text or attribute value of XML 1.0. What XML cannot hold (controls, lone surrogates, noncharacters) is
 * taken out first. CDATA is used nowhere, so `]]>` is text like any other.
 */
export function xml(text: string): string {
  return clean(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}

/** `<name a="…">text</name>`; an empty text gives nothing at all. `name` and the attributes' names are our own. */
export function element(name: string, text: string, attributes: Readonly<Record<string, string>> = {}): string {
  return text === '' ? '' : `<${name}${attributeText(attributes)}>${xml(text)}</${name}>`
}

/** `<name a="…"/>` */
export function emptyElement(name: string, attributes: Readonly<Record<string, string>>): string {
  return `<${name}${attributeText(attributes)}/>`
}

function attributeText(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${xml(value)}"`)
    .join('')
}
