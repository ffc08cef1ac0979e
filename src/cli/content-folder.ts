/** A folder of content on disk: `site.yaml`, and one folder per article. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ArticleContent } from '../article/content.ts'
import type { SiteRecords } from '../article/site-records.ts'
import { EDITION_KEYS } from '../edition/editions.ts'
import { ARTICLE_FILE, type ArticleFile, editionFile, parseArticle } from './content-files.ts'
import { parseSite, SITE_FILE, type SiteFile } from './site-file.ts'
import { ContentFileError } from './yaml-fields.ts'

export interface ContentFolder {
  site: SiteFile
  /** In the order of their slugs. */
  articles: ArticleFile[]
}

/** The content that a new site begins with. */
export const DEMONSTRATION_FOLDER = path.join(import.meta.dirname, 'demonstration')

/**
 * Reads a folder of content and checks that articles name only topics, contacts and boilerplates that exist.
 *
 * @throws ContentFileError naming the file, the line and the field
 */
export function readContentFolder(folder: string): ContentFolder {
  const siteFile = path.join(folder, SITE_FILE)
  const site = parseSite(readFileSync(siteFile, 'utf8'), siteFile)
  const articles: ArticleFile[] = []
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name.startsWith('_')) continue
    const articleFolder = `${folder}/${entry.name}`
    const article = parseArticle(readArticleFiles(articleFolder), articleFolder)
    refuseUnknownKeys(article.content, site.records, `${articleFolder}/${ARTICLE_FILE}`)
    articles.push(article)
  }
  return { site, articles: articles.sort((a, b) => (a.content.slug < b.content.slug ? -1 : 1)) }
}

/** Reads the texts of one article's folder; files that are not of this format are left alone. */
export function readArticleFiles(folder: string): Map<string, string> {
  const present = new Set(readdirSync(folder))
  const ours = [ARTICLE_FILE, ...EDITION_KEYS.map(editionFile)].filter((name) => present.has(name))
  return new Map(ours.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]))
}

function refuseUnknownKeys(article: ArticleContent, site: SiteRecords, file: string): void {
  for (const field of ['topics', 'contacts', 'boilerplates'] as const) {
    const known = site[field].map(({ key }) => key)
    const unknown = article[field].find((key) => !known.includes(key))
    if (unknown === undefined) continue
    throw new ContentFileError({ file, line: 1, field }, `${SITE_FILE} has no "${unknown}"; it has ${known.join(', ')}`)
  }
}
