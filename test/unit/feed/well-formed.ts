import { SaxesParser } from 'saxes'

/** Names of all elements in order. Throws where a strict parser of XML 1.0 finds the text not well formed. */
export function elementNames(text: string): string[] {
  const names: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => names.push(name))
  parser.write(text).close()
  return names
}
