import type { Context } from 'hono'
import type { Edition } from '../edition/editions.ts'
import { SITE_WORDS, type SiteWords } from '../edition/identity.ts'
import type { AppEnv } from '../env.ts'
import { href, type View } from '../routes.ts'
import type { Frame } from '../ui/frame.ts'

type FrameOptions = Pick<Frame, 'address'> &
  Partial<Pick<Frame, 'editions' | 'section'>> & { site: Record<Edition, SiteWords> }

/** The frame of a page, from the request's view and what its handler read. */
export function frameOf(c: Context<AppEnv>, { site, ...rest }: FrameOptions): Frame {
  const view = c.get('view')
  return { view, origin: c.get('origin'), site: site[view.edition], ...rest }
}

/** The frame of a page that read nothing: its edition switch leads to the home pages. */
export function bareFrame(c: Context<AppEnv>): Frame {
  const address = (view: View) => href.home(view)
  return frameOf(c, { address, site: SITE_WORDS })
}
