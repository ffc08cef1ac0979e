import type { ProsePage as Prose } from '../edition/messages/prose.ts'
import { Document } from '../ui/document.tsx'
import type { Frame } from '../ui/frame.ts'
import { Words } from '../ui/words.tsx'

/** A page that is mostly text: about, accessibility statement. */
export function ProsePage({ frame, page }: { frame: Frame; page: Prose }) {
  const { edition } = frame.view
  return (
    <Document frame={frame} title={page.title} description={page.lead}>
      <h1 class="page-title">{page.title}</h1>
      <div class="prose">
        <p>
          <Words text={page.lead} edition={edition} />
        </p>
        {page.sections.map(({ heading, paragraphs, items = [] }) => (
          <>
            <h2>{heading}</h2>
            {paragraphs.map((text) => (
              <p>
                <Words text={text} edition={edition} />
              </p>
            ))}
            {items.length === 0 ? null : (
              <ul>
                {items.map((text) => (
                  <li>
                    <Words text={text} edition={edition} />
                  </li>
                ))}
              </ul>
            )}
          </>
        ))}
      </div>
    </Document>
  )
}
