import { EDITIONS } from '../edition/editions.ts'
import { alternates, type Frame } from './frame.ts'

/** Open Graph (https://ogp.me): what a page is called where it is shared. Other networks' card tags fall back to these. */
export function SocialTags({ frame, title, isArticle }: { frame: Frame; title: string; isArticle: boolean }) {
  const { view, site, origin, address } = frame
  const others = alternates(frame).filter(({ edition }) => edition !== view.edition)
  return (
    <>
      <meta property="og:type" content={isArticle ? 'article' : 'website'} />
      <meta property="og:site_name" content={site.name} />
      <meta property="og:title" content={title} />
      <meta property="og:url" content={origin + address({ ...view, images: true })} />
      <meta property="og:locale" content={EDITIONS[view.edition].openGraphLocale} />
      {others.map(({ edition }) => (
        <meta property="og:locale:alternate" content={EDITIONS[edition].openGraphLocale} />
      ))}
    </>
  )
}
