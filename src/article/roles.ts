/** What somebody may do on the editors' side. Each role may do everything that the ones before it may. */
export const ROLES = ['author', 'editor', 'administrator'] as const

/** author: drafts. editor: publishes, and keeps topics, contacts and boilerplates. administrator: people, settings. */
export type Role = (typeof ROLES)[number]

export function parseRole(raw: unknown): Role | undefined {
  return ROLES.find((role) => role === raw)
}

/** May this person delete a draft, and restore it? Editors any, authors those that they began. */
export function mayDeleteDraft(
  { role, email }: { role: Role; email: string },
  { startedBy }: { startedBy: string },
): boolean {
  return includesRole(role, 'editor') || email === startedBy
}

/** Does `role` include what `least` may do? */
export function includesRole(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least)
}
