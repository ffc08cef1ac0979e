/** Checks on what a screen reader navigates by: headings, tables, pictures. */
import { bodyText } from './body-text.ts'
import { type Block, inlineText, type Paragraph, type Table } from './body-tree.ts'
import { allBlocks } from './body-walk.ts'
import type { CheckedEdition } from './checked-edition.ts'
import { excerpt, type Finding } from './finding.ts'

export function checkStructure(checked: CheckedEdition): Finding[] {
  const { blocks } = checked.tree
  return [
    ...leadPhoto(checked),
    ...skippedHeadings(checked),
    ...blocks.flatMap((block, index) => boldHeading(checked, block, blocks[index + 1])),
    ...blocks.flatMap((block) => quoteSpeaker(checked, block)),
    ...allBlocks(blocks).flatMap((block) =>
      block.type === 'table' ? tableHeader(checked, block) : photo(checked, block),
    ),
  ]
}

function inBody({ edition }: CheckedEdition, position: number): Pick<Finding, 'edition' | 'field' | 'position'> {
  return { edition, field: 'body', position }
}

/** The page itself has level 1 (WCAG technique G141). */
function skippedHeadings(checked: CheckedEdition): Finding[] {
  let above = 1
  return checked.tree.blocks.flatMap((block): Finding[] => {
    if (block.type !== 'heading') return []
    const skipped = block.level > above + 1
    const params = { level: block.level, above }
    above = block.level
    if (!skipped) return []
    return [
      {
        rule: 'heading-skipped',
        severity: 'warns',
        ...inBody(checked, block.at),
        excerpt: excerpt(inlineText(block.children)),
        params,
      },
    ]
  })
}

/** Longer bold text, or a whole sentence, is emphasis rather than a heading. */
const boldHeadingCharsMax = 60

/** The end of a press release, and the date at its head. */
const NO_HEADING =
  /^(?:[\s\p{P}]*(?:完|全文完|ends?)[\s\p{P}]*|[\d〇○零一二三四五六七八九十年月日號号\s（）()]*[日號号]\s?(?:[（(](?:星期|周|週)[一二三四五六日天][）)])?|(?:[a-z]+day,?\s)?(?:\d{1,2}\s[a-z]+|[a-z]+\s\d{1,2}),?\s\d{4}(?:\s?\([a-z]+\))?)$/iu

/** What follows a heading. A line before a table is its caption. */
const UNDER_HEADINGS: ReadonlySet<Block['type']> = new Set(['paragraph', 'list', 'quote', 'photo'])

function boldHeading(checked: CheckedEdition, block: Block, next: Block | undefined): Finding[] {
  if (block.type !== 'paragraph' || !isBold(block)) return []
  if (!next || !UNDER_HEADINGS.has(next.type)) return []
  const text = inlineText(block.children).trim()
  if (text.length > boldHeadingCharsMax || /[。！!….]$/.test(text) || NO_HEADING.test(text)) return []
  return [{ rule: 'heading-bold', severity: 'warns', ...inBody(checked, block.at), excerpt: excerpt(text), params: {} }]
}

function isBold({ children }: Paragraph): boolean {
  return (
    children.length > 0 &&
    children.every((child) => child.type === 'strong' || (child.type === 'text' && child.value.trim() === ''))
  )
}

/** Words between quotation marks that nobody is named for: who hears them cannot tell where they come from. */
function quoteSpeaker(checked: CheckedEdition, block: Block): Finding[] {
  if (block.type !== 'quote' || block.speaker) return []
  const words = excerpt(bodyText({ blocks: block.blocks, refusedUrls: [] }))
  const at = inBody(checked, block.at)
  return [{ rule: 'quote-speaker-missing', severity: 'warns', ...at, excerpt: words, params: {} }]
}

/** The first header cell may be empty: then the first column names the rows (H63). */
function tableHeader(checked: CheckedEdition, table: Table): Finding[] {
  const missing = table.header.filter(
    (cell, column) => cell.length === 0 && (column > 0 || table.header.length === 1),
  ).length
  if (missing === 0) return []
  const words = excerpt([...table.header, ...(table.rows[0] ?? [])].map(inlineText).filter(Boolean).join(' | '))
  return [
    {
      rule: 'table-header-missing',
      severity: 'warns',
      ...inBody(checked, table.at),
      excerpt: words,
      params: { missing },
    },
  ]
}

function photo(checked: CheckedEdition, block: Block): Finding[] {
  if (block.type !== 'photo') return []
  const { key, alt, caption, at } = block
  return photoFindings(checked, { key, alt }, { ...inBody(checked, at), excerpt: excerpt(alt || caption || key) })
}

/** The photo at the head says of itself only what its record says. */
function leadPhoto(checked: CheckedEdition): Finding[] {
  const { edition, leadPhoto: key = '' } = checked
  return key === '' ? [] : photoFindings(checked, { key, alt: '' }, { edition, field: 'leadPhoto', excerpt: key })
}

function photoFindings(
  { photos }: CheckedEdition,
  { key, alt }: { key: string; alt: string },
  place: Pick<Finding, 'edition' | 'field' | 'position' | 'excerpt'>,
): Finding[] {
  if (!photos) return []
  const record = photos.get(key)
  const isFine = record && (alt !== '' || record.alt !== '' || record.decorative)
  if (isFine) return []
  return [{ rule: record ? 'photo-alt-missing' : 'photo-missing', severity: 'blocks', ...place, params: { key } }]
}
