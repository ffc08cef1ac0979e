/** An edition as content checks read it, made from its Markdown. */
import { parseBody, renderBody } from '../../../src/article/body.ts'
import type { CheckedEdition } from '../../../src/article/checked-edition.ts'
import type { EditionContent } from '../../../src/article/content.ts'
import type { BodyPhoto } from '../../../src/article/rendered-body.ts'
import type { Edition } from '../../../src/edition/editions.ts'

const EMPTY: EditionContent = {
  ...{ label: '', title: '', subtitle: '', summary: '', place: '', body: '', downloads: [], facts: [], related: [] },
}

export function checkedEdition(
  key: Edition,
  body: string,
  fields: Partial<EditionContent> = {},
  photos?: ReadonlyMap<string, BodyPhoto>,
): CheckedEdition {
  const parsed = parseBody(body)
  if (!parsed.ok) throw new Error(parsed.problem.rule)
  const own = photos ? { photos } : {}
  const rendered = renderBody(parsed.tree, { edition: key, tableLabel: (number) => `表格 ${number}`, ...own })
  return { edition: key, content: { ...EMPTY, ...fields, body }, tree: parsed.tree, rendered, ...own }
}
