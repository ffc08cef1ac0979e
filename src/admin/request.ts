import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'
import type { AdminFrame } from './admin-document.tsx'

/** The frame of the page that answers this request. */
export function adminFrame(c: Context<AppEnv>, path = new URL(c.req.url).pathname): AdminFrame {
  const { pathname, searchParams } = new URL(c.req.url)
  const isKept = c.req.method === 'POST' && searchParams.has('language')
  searchParams.delete('done')
  const isHere = c.req.method === 'GET' && path === pathname && searchParams.size > 0
  return { editor: c.var.editor, path, isKept, ...(isHere ? { back: `${path}?${searchParams}` } : {}) }
}

/** A number of the address; the pattern lets digits through only. */
export function numberParam(c: Context<AppEnv>, name: string): number {
  return Number(c.req.param(name) ?? 0)
}

/** A page number of the query, from 1. */
export function pageQuery(c: Context<AppEnv>): number {
  const page = Number(c.req.query('page') ?? 1)
  return Number.isSafeInteger(page) && page >= 1 && page <= 1000 ? page : 1
}

/** One line of a form; '' when absent. */
export function formLine(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** Everything of a form under one name. */
export function formAll(form: FormData, name: string): readonly string[] {
  return form.getAll(name).filter((value): value is string => typeof value === 'string')
}
