/** What assistive technology is told about the controls of a page. */
import type { Page } from 'playwright-core'

const CONTROL_ROLES = new Set([
  ...['button', 'checkbox', 'combobox', 'Date', 'DateTime', 'DisclosureTriangle', 'InputTime', 'listbox'],
  ...['radio', 'searchbox', 'spinbutton', 'switch', 'textbox'],
])

/** The browser's own controls inside them, such as the year of a date, are named by the whole. */
const COMPOUND_ROLES = new Set(['Date', 'DateTime', 'InputTime'])

const roleOf = ({ role }: { role?: { value?: unknown } }) => String(role?.value ?? '')

export interface Control {
  role: string
  name: string
}

/** The controls of the page with their accessible names, as Chromium computed them; parts of a control are left out. */
export async function controlsOf(page: Page): Promise<readonly Control[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const isPart = (parentId: string | undefined): boolean => {
    const parent = byId.get(parentId ?? '')
    return parent !== undefined && (COMPOUND_ROLES.has(roleOf(parent)) || isPart(parent.parentId))
  }
  return nodes
    .filter((node) => !node.ignored && CONTROL_ROLES.has(roleOf(node)) && !isPart(node.parentId))
    .map((node) => ({ role: roleOf(node), name: String(node.name?.value ?? '') }))
}

/** Names that are missing or belong to several controls of one role: such a list of fields does not tell them apart. */
export async function unclearNames(page: Page): Promise<readonly string[]> {
  const seen = new Map<string, number>()
  for (const { role, name } of await controlsOf(page)) {
    const key = `${role} "${name}"`
    seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  return [...seen].filter(([key, count]) => count > 1 || key.endsWith('""')).map(([key, count]) => `${count} × ${key}`)
}
