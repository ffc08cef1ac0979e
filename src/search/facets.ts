/**
 * Tokens that an article's row in the index carries beside its words: what it is filtered by. They stand in a column of
 * their own, so that typing one of them finds nothing.
 */

export function dayFacet(year: number, month: number, day: number): string {
  return `${monthFacet(year, month).replace('month', 'day')}${String(day).padStart(2, '0')}`
}

export function monthFacet(year: number, month: number): string {
  return `month${year}${String(month).padStart(2, '0')}`
}

export function yearFacet(year: number): string {
  return `year${year}`
}

export function topicFacet(topicId: number): string {
  return `topic${topicId}`
}

/** Looks for an FTS5 expression in the columns that hold words. */
export function inWords(expression: string): string {
  return `{title subtitle body topics} : ${expression}`
}

/** Looks for a token in the column of facets. */
export function inFacets(facet: string): string {
  return `{facets} : "${facet}"`
}
