import { IDENTITY } from '../edition/identity.ts'

type Palette = (typeof IDENTITY.colours)['light' | 'dark']

function declarations(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')
}

/** The palette of identity.ts as custom properties, in both colour schemes. Stands before the stylesheet proper. */
export const paletteCss = `:root{${declarations(IDENTITY.colours.light)}}@media (prefers-color-scheme:dark){:root{${declarations(IDENTITY.colours.dark)}}}`
