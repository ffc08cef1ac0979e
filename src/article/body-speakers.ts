import { parseBody } from './body.ts'
import { allBlocks } from './body-walk.ts'

/** Who speaks in the quotations of a body, each once, in their order. None while the body passes a limit. Pure. */
export function speakersIn(markdown: string): readonly string[] {
  const parsed = parseBody(markdown)
  if (!parsed.ok) return []
  const names = allBlocks(parsed.tree.blocks).flatMap((block) =>
    block.type === 'quote' && block.speaker ? [block.speaker.name] : [],
  )
  return [...new Set(names)]
}
