import { hongKongTime, monthName } from '../edition/dates.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { href } from '../routes.ts'
import { Document } from '../ui/document.tsx'
import type { Frame } from '../ui/frame.ts'

/** Every month that has an article, newest year first. */
export function ArchivePage({ frame, startsMs }: { frame: Frame; startsMs: readonly number[] }) {
  const { view } = frame
  const messages = messagesFor(view.edition).archivePages
  const months = startsMs.map(hongKongTime).reverse()
  const years = [...new Set(months.map(({ year }) => year))]
  return (
    <Document lists frame={frame} title={messages.title} description={messages.intro}>
      <h1 class="page-title">{messages.title}</h1>
      <p class="summary">{messages.intro}</p>
      {years.length === 0 ? <p>{messages.empty}</p> : null}
      {years.map((year) => (
        <section class="box" aria-labelledby={`y${year}`}>
          <h2 id={`y${year}`}>{messages.months(year)}</h2>
          <ul class="months">
            {months
              .filter((month) => month.year === year)
              .map(({ month }) => (
                <li>
                  <a href={href.archiveMonth(view, year, month)}>{monthName(year, month, view.edition)}</a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Document>
  )
}
