/** What content checks read. */
import type { Edition } from '../edition/editions.ts'
import type { BodyTree } from './body-tree.ts'
import type { EditionContent } from './content.ts'
import type { BodyPhoto, RenderedBody } from './rendered-body.ts'

export interface CheckedEdition {
  edition: Edition
  content: EditionContent
  /** Parsed and rendered from `content.body`. */
  tree: BodyTree
  rendered: RenderedBody
  /** As given to `renderBody`. Without it alternative texts are not checked. */
  photos?: ReadonlyMap<string, BodyPhoto>
  /** Key of the photo at the head of the article; '' or absent where there is none. */
  leadPhoto?: string
}
