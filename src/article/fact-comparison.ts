/** Facts of one edition that another edition of the same article does not have. */
import type { CheckedEdition } from './checked-edition.ts'
import { dayOf, isMonth, sameDate } from './dates-in-text.ts'
import type { Fact } from './fact-reading.ts'
import { addressKey, factsInText, isShortPhone, type TextFacts } from './facts-in-text.ts'
import { excerpt, type Finding } from './finding.ts'
import { readPhone } from './phone-plan.ts'

/** What each of two editions says and the other does not: in the order of its text, each fact once. */
export function missingFacts(a: CheckedEdition, b: CheckedEdition): Finding[] {
  const ofA = readEdition(a)
  const ofB = readEdition(b)
  return [...missingIn(a, ofA, b, ofB), ...missingIn(b, ofB, a, ofA)]
}

function missingIn(
  having: CheckedEdition,
  facts: readonly FieldFacts[],
  lacking: CheckedEdition,
  others: readonly FieldFacts[],
): Finding[] {
  const seen = new Set<string>()
  return facts.flatMap(({ field, facts }) =>
    facts.facts.flatMap((fact): Finding[] => {
      const id = `${fact.kind}:${fact.key}`
      if (seen.has(id)) return []
      seen.add(id)
      return others.some((other) => hasFact(other.facts, fact)) ? [] : [missing(having, lacking, field, fact)]
    }),
  )
}

interface FieldFacts {
  field: string
  facts: TextFacts
}

const NO_FACTS: TextFacts = { facts: [], values: new Set(), days: new Set(), hasRelativeYear: false }

const PLAIN_FIELDS = ['title', 'subtitle', 'summary'] as const

function readEdition({ content, rendered }: CheckedEdition): FieldFacts[] {
  const links = rendered.links.flatMap(({ url }) => linkFact(url))
  const body = factsInText(rendered.text)
  return [
    ...PLAIN_FIELDS.map((field) => ({ field, facts: factsInText(content[field]) })),
    { field: 'body', facts: { ...body, facts: [...body.facts, ...links] } },
    ...content.facts.map(({ detail }, index) => ({ field: `facts.${index}.detail`, facts: factsInText(detail) })),
    ...content.downloads.map(({ caption }, index) => ({
      field: `downloads.${index}.caption`,
      facts: factsInText(caption),
    })),
    ...(['downloads', 'related'] as const).flatMap((name) =>
      content[name].map(({ url }, index) => ({
        field: `${name}.${index}.url`,
        facts: { ...NO_FACTS, facts: linkFact(url) },
      })),
    ),
  ]
}

/** Addresses and numbers that a text only links to. Pages of the site itself differ by edition. */
function linkFact(url: string): Fact[] {
  const [scheme = '', rest = ''] = url.split(/:(.*)/s)
  switch (scheme.toLowerCase()) {
    case 'mailto':
      return [{ kind: 'address', key: rest.split('?')[0]?.toLowerCase() ?? '', text: rest, at: 0 }]
    case 'tel':
      return [{ kind: 'phone', key: readPhone(rest).key, text: rest, at: 0 }]
    case 'http':
    case 'https':
      return [{ kind: 'address', key: addressKey(url), text: url, at: 0 }]
    default:
      return []
  }
}

function hasFact({ facts, values, days, hasRelativeYear }: TextFacts, wanted: Fact): boolean {
  switch (wanted.kind) {
    case 'date':
      return (
        facts.some((fact) => fact.kind === 'date' && sameDate(fact.key, wanted.key)) ||
        // A month without its year may be the one.
        (isMonth(wanted.key) ? values.has(Number(wanted.key.slice(-5, -3))) : days.has(dayOf(wanted.key)))
      )
    case 'number':
      return values.has(Number(wanted.key)) || (hasRelativeYear && isYear(wanted))
    case 'percentage':
      return values.has(Number(wanted.key))
    case 'phone':
      return (
        facts.some((fact) => fact.kind === 'phone' && fact.key === wanted.key) ||
        (isShortPhone(wanted.key) && values.has(Number(wanted.key)))
      )
    case 'address':
      // Another page of the same site is what a link in another language usually is.
      return facts.some((fact) => fact.kind === 'address' && host(fact.key) === host(wanted.key))
  }
}

/** A year is written without a comma: 1,900 start-ups are none. */
function isYear({ key, text }: Fact): boolean {
  return /^(?:19[5-9]|20\d)\d$/.test(key) && !text.includes(',')
}

function host(key: string): string {
  return key.includes('@') ? key : (key.split(/[/?#]/)[0] ?? key)
}

function missing(having: CheckedEdition, lacking: CheckedEdition, field: string, fact: Fact): Finding {
  const source = field === 'body' ? having.content.body : ''
  const position = source.indexOf(fact.text)
  return {
    rule: 'fact-missing',
    severity: 'warns',
    edition: having.edition,
    field,
    excerpt: excerpt(fact.text),
    ...(position === -1 || source === '' ? {} : { position }),
    params: { kind: fact.kind, value: fact.text, missingIn: lacking.edition },
  }
}
