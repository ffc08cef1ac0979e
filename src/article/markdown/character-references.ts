/** `&amp;`, `&#38;` and `&#x26;`: characters by name or number (CommonMark 2.5). */

/**
 * The names of HTML 4.01 (24) and `apos`. HTML has two thousand more, for mathematics mostly; nobody writes them in news,
 * and all of them together would be a fiftieth of the Worker. What is not here stays as it is written.
 */
const NAMES =
  `quot amp apos lt gt nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn
  sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde
  Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde
  Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil
  egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash
  ugrave uacute ucirc uuml yacute thorn yuml OElig oelig Scaron scaron Yuml fnof circ tilde Alpha Beta Gamma Delta
  Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho Sigma Tau Upsilon Phi Chi Psi Omega alpha beta
  gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi
  psi omega thetasym upsih piv ensp emsp thinsp zwnj zwj lrm rlm ndash mdash lsquo rsquo sbquo ldquo rdquo bdquo
  dagger Dagger bull hellip permil prime Prime lsaquo rsaquo oline frasl euro image weierp real trade alefsym larr
  uarr rarr darr harr crarr lArr uArr rArr dArr hArr forall part exist empty nabla isin notin ni prod sum minus
  lowast radic prop infin ang and or cap cup int there4 sim cong asymp ne equiv le ge sub sup nsub sube supe oplus
  otimes perp sdot lceil rceil lfloor rfloor loz spades clubs hearts diams lang rang`.split(/\s+/)

/** In the order of the names; those that cannot be seen are written as escapes. */
const CHARACTERS =
  '"&\'<>\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòó' +
  'ôõö÷øùúûüýþÿŒœŠšŸƒˆ˜ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρςστυφχψωϑϒϖ\u2002\u2003\u2009\u200c' +
  '\u200d\u200e\u200f–—‘’‚“”„†‡•…‰′″‹›‾⁄€ℑ℘ℜ™ℵ←↑→↓↔↵⇐⇑⇒⇓⇔∀∂∃∅∇∈∉∋∏∑−∗√∝∞∠∧∨∩∪∫∴∼≅≈≠≡≤≥⊂⊃⊄⊆⊇⊕⊗⊥⋅⌈⌉⌊⌋◊♠♣♥' +
  '♦⟨⟩'

const BY_NAME = new Map(NAMES.map((name, index) => [name, CHARACTERS.charAt(index)]))

const REFERENCE = /&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z0-9]{1,8}));/y

/** The reference that stands at an offset, and the offset behind it; `undefined` when there is none. */
export function readReference(text: string, at: number): { characters: string; end: number } | undefined {
  REFERENCE.lastIndex = at
  const [, hexadecimal, decimal, name = ''] = REFERENCE.exec(text) ?? []
  const number = hexadecimal ? Number.parseInt(hexadecimal, 16) : decimal ? Number(decimal) : undefined
  const characters = number === undefined ? BY_NAME.get(name) : characterOf(number)
  return characters === undefined ? undefined : { characters, end: REFERENCE.lastIndex }
}

/** Numbers that are no characters, or none that a text may have, become U+FFFD. */
function characterOf(number: number): string {
  const isSpace = number >= 0x09 && number <= 0x0d && number !== 0x0b
  const isControl = (number < 0x20 && !isSpace) || (number >= 0x7f && number < 0xa0)
  const isCharacter = number <= 0x10ffff && !(number >= 0xd800 && number <= 0xdfff)
  const isNoncharacter = (number & 0xfffe) === 0xfffe || (number >= 0xfdd0 && number <= 0xfdef)
  return isCharacter && !isControl && !isNoncharacter ? String.fromCodePoint(number) : '\ufffd'
}
