/**
 * What editors can fix before readers meet it: checks on one edition while they type and at publication, and a
 * comparison of two editions. Findings are data; the sentences live in the messages.
 */
import type { CheckedEdition } from './checked-edition.ts'
import { missingFacts } from './fact-comparison.ts'
import { type Finding, findingsMax } from './finding.ts'
import { checkLinks } from './link-checks.ts'
import { checkStructure } from './structure-checks.ts'
import { checkTexts } from './text-checks.ts'

/** Checks one edition. In the order of the fields and of the text within each rule; at most `findingsMax`. Pure. */
export function checkEdition(checked: CheckedEdition): Finding[] {
  return [...checkStructure(checked), ...checkLinks(checked), ...checkTexts(checked)].slice(0, findingsMax)
}

/**
 * Facts that stand in one of two editions of an article and not in the other: each is reported in the edition that has
 * it, with the edition that lacks it in `params.missingIn`. At most `findingsMax`. Pure.
 */
export function compareEditions(a: CheckedEdition, b: CheckedEdition): Finding[] {
  return missingFacts(a, b).slice(0, findingsMax)
}
