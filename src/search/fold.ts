import { Converter } from 'opencc-js/t2cn'

/** An interim fold, until the one that is built from the engine's dictionary is here: same promise, slower, a larger file. */
const simplify = Converter({ from: 't', to: 'cn' })

const MERGED: Readonly<Record<string, string>> = {
  裏: '里',
  裡: '里',
  著: '着',
  臺: '台',
  檯: '台',
  乾: '干',
  幹: '干',
}

const cache = new Map<string, string>()

function foldCharacter(character: string): string {
  const known = cache.get(character)
  if (known !== undefined) return known
  const plain = character.normalize('NFKC').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  const base = plain.length === character.length ? plain : character
  const simplified = MERGED[base] ?? simplify(base)
  const folded = simplified.length === character.length ? simplified : base
  cache.set(character, folded)
  return folded
}

/** Makes letters that readers hold to be the same the same letter, one for one: offsets of the result are the text's. */
export function fold(text: string): string {
  let folded = ''
  for (const character of text) folded += foldCharacter(character)
  return folded
}
