import { EDITIONS, type Edition } from '../edition/editions.ts'

interface EditionLinksProps {
  /** Name of the navigation. */
  label: string
  editions: readonly Edition[]
  shown: Edition
  address: (edition: Edition) => string
}

/** The editions of which a page shows one at a time. */
export function EditionLinks({ label, editions, shown, address }: EditionLinksProps) {
  return (
    <nav class="editions" aria-label={label}>
      <ul>
        {editions.map((edition) => (
          <li>
            <a
              href={address(edition)}
              lang={EDITIONS[edition].lang}
              hreflang={EDITIONS[edition].hreflang}
              aria-current={edition === shown ? 'page' : undefined}
            >
              {EDITIONS[edition].name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
