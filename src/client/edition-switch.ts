/**
 * `edition-switch`: the reader keeps the place in the text, and the choice of edition is remembered.
 *
 *     <nav data-behaviour="edition-switch"><a href="/en/…" hreflang="en" data-edition="en">English</a> …</nav>
 *
 * Paragraphs and sections have the same ids (p1, s1, …) in all editions. Without the script the link leads to the top.
 */
const ONE_YEAR_SECONDS = 31_536_000

export function startEditionSwitch(): void {
  document.addEventListener('click', rememberPlaceAndChoice)
}

function rememberPlaceAndChoice(event: Event): void {
  if (!(event.target instanceof Element)) return
  const link = event.target.closest<HTMLAnchorElement>('[data-behaviour~="edition-switch"] a[hreflang]')
  if (!link) return
  link.hash = currentPlace()
  const { edition } = link.dataset
  const secure = location.protocol === 'https:' ? ';secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not yet in every browser of our readers
  if (edition) document.cookie = `edition=${edition};path=/;samesite=lax;max-age=${ONE_YEAR_SECONDS}${secure}`
}

/** The id of the paragraph or section that is being read: the last that begins in the upper third of the window. */
function currentPlace(): string {
  if (scrollY === 0) return ''
  const places = [...document.querySelectorAll('[id]')].filter(({ id }) => /^[ps]\d+$/.test(id))
  const begun = places.filter((element) => element.getBoundingClientRect().top < innerHeight / 3)
  return begun.at(-1)?.id ?? ''
}
