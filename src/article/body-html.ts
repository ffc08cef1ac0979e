/** Tree -> HTML. Ids depend on the structure alone, so that they are equal in all editions of an article. */
import type { Align, Block, Cell, List, PhotoBlock, Quote, Speaker, Table } from './body-tree.ts'
import { inlineText } from './body-tree.ts'
import { type InlineNotes, inlineHtml } from './inline-html.ts'
import { photoAlt, photoHtml } from './photo-html.ts'
import type { RenderedBody } from './rendered-body.ts'
import { escapeAttribute, escapeText } from './safe-html.ts'

export interface BlockNotes extends InlineNotes {
  outline: RenderedBody['outline'][number][]
  quotes: RenderedBody['quotes'][number][]
  landmarks: RenderedBody['landmarks'][number][]
  missingPhotos: string[]
  paragraphs: number
  tables: number
}

/** The blocks of the article. Only its own paragraphs and headings have ids: those of lists and quotations do not. */
export function articleHtml(blocks: readonly Block[], notes: BlockNotes): string {
  return blocks.map((block) => articleBlock(block, notes)).join('\n')
}

function articleBlock(block: Block, notes: BlockNotes): string {
  if (block.type === 'paragraph') {
    notes.paragraphs += 1
    notes.blockId = `p${notes.paragraphs}`
    return `<p id="${notes.blockId}">${inlineHtml(block.children, notes)}</p>`
  }
  return blockHtml(block, notes)
}

function blockHtml(block: Block, notes: BlockNotes): string {
  switch (block.type) {
    case 'heading': {
      notes.blockId = `s${notes.outline.length + 1}`
      notes.outline.push({ id: notes.blockId, level: block.level, text: inlineText(block.children) })
      return `<h${block.level} id="${notes.blockId}">${inlineHtml(block.children, notes)}</h${block.level}>`
    }
    case 'paragraph':
      return `<p>${inlineHtml(block.children, notes)}</p>`
    case 'list':
      return listHtml(block, notes)
    case 'quote':
      return quoteHtml(block, notes)
    case 'table':
      return tableHtml(block, notes)
    case 'code-block':
      return `<pre translate="no"><code>${escapeText(block.value)}</code></pre>`
    case 'divider':
      return '<hr>'
    case 'photo':
      return photo(block, notes)
  }
}

function listHtml(list: List, notes: BlockNotes): string {
  const items = list.items.map((blocks) => {
    const inner = blocks.map((block) =>
      list.tight && block.type === 'paragraph' ? inlineHtml(block.children, notes) : blockHtml(block, notes),
    )
    return `<li>${inner.join('\n')}</li>`
  })
  const tag = list.ordered ? 'ol' : 'ul'
  const start = list.ordered && list.start !== 1 ? ` start="${list.start}"` : ''
  return `<${tag}${start}>\n${items.join('\n')}\n</${tag}>`
}

function quoteHtml(quote: Quote, notes: BlockNotes): string {
  const id = `quote-${notes.quotes.length + 1}`
  notes.quotes.push({ id, speaker: quote.speaker?.name ?? '' })
  notes.landmarks.push({ role: 'figure', name: quote.speaker?.name ?? '' })
  notes.blockId = id
  const caption = (place: Speaker['place']) =>
    quote.speaker?.place === place ? `<figcaption>${inlineHtml(quote.speaker.children, notes)}</figcaption>` : ''
  const before = caption('before')
  const words = `<blockquote>${quote.blocks.map((block) => blockHtml(block, notes)).join('\n')}</blockquote>`
  return `<figure class="quote" id="${id}">${before}${words}${caption('after')}</figure>`
}

/**
 * A wide table scrolls inside a region that the keyboard can reach (WCAG 2.1.1), named so that its landmark says what
 * it is. An empty first header cell means that the first column names the rows.
 */
function tableHtml(table: Table, notes: BlockNotes): string {
  notes.tables += 1
  const label = table.caption ? inlineText(table.caption) : notes.options.tableLabel(notes.tables)
  notes.landmarks.push({ role: 'region', name: label })
  const caption = table.caption ? `<caption>${inlineHtml(table.caption, notes)}</caption>` : ''
  const namesRows = table.header[0]?.length === 0 && table.header.length > 1
  const cell = (children: Cell, column: number, scope: '' | 'col' | 'row') => {
    const tag = scope === '' ? 'td' : 'th'
    const attributes = `${scope === '' ? '' : ` scope="${scope}"`}${alignClass(table.align[column])}`
    return `<${tag}${attributes}>${inlineHtml(children, notes)}</${tag}>`
  }
  const columns = Math.max(1, table.header.length)
  const header = table.header.map((children, column) => cell(children, column, children.length === 0 ? '' : 'col'))
  const rows = table.rows.map((row) => {
    const cells = Array.from({ length: columns }, (_, column) => row[column] ?? [])
    return `<tr>${cells.map((children, column) => cell(children, column, namesRows && column === 0 && children.length > 0 ? 'row' : '')).join('')}</tr>`
  })
  const hasHeader = table.header.some((children) => children.length > 0)
  const head = hasHeader ? `<thead><tr>${header.join('')}</tr></thead>` : ''
  const body = rows.length > 0 ? `<tbody>${rows.join('\n')}</tbody>` : ''
  return `<div class="table" role="region" tabindex="0" aria-label="${escapeAttribute(label)}"><table>${caption}${head}${body}</table></div>`
}

function alignClass(align: Align): string {
  return align === 'right' || align === 'center' ? ` class="${align}"` : ''
}

function photo(block: PhotoBlock, notes: BlockNotes): string {
  const record = notes.options.photos?.get(block.key)
  if (record) {
    notes.landmarks.push({ role: 'figure', name: photoAlt(block, record) })
    return photoHtml(block, record, notes)
  }
  notes.missingPhotos.push(block.key)
  return ''
}
