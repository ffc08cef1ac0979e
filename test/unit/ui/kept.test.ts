import { raw } from 'hono/html'
import { expect, test } from 'vitest'
import { kept } from '../../../src/ui/kept.ts'

test('a part is rendered once for the same properties, and anew for others', () => {
  let rendered = 0
  const Part = kept(({ name, isHome }: { name: string; isHome: boolean }) => {
    rendered += 1
    return raw(`${name} ${isHome}`)
  })
  expect([Part({ name: 'a', isHome: true }), Part({ name: 'a', isHome: true })].map(String)).toEqual([
    'a true',
    'a true',
  ])
  expect(rendered).toBe(1)
  expect(String(Part({ name: 'a', isHome: false }))).toBe('a false')
  expect(rendered).toBe(2)
  for (let number = 0; number < 1200; number++) Part({ name: String(number), isHome: true })
  expect(String(Part({ name: 'a', isHome: true }))).toBe('a true')
})
