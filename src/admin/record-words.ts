/** What records are called in the language of the admin. */
import { type InEditions, RECORD_SHAPES, type RecordKind, type SiteRecord } from '../article/record-shape.ts'
import { EDITION_KEYS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import type { FieldError } from '../ui/field.tsx'
import type { ConflictPart } from './parts-conflict-page.tsx'
import { problemMessage } from './problem-message.ts'
import type { RecordForm, RecordProblem } from './record-form.ts'

/** What is wrong, as sentences beside their fields. `labelOf` names what is said in three editions. */
export function recordErrors(
  problems: readonly RecordProblem[],
  labelOf: (word: string) => string,
  language: Edition,
): readonly FieldError[] {
  const { records } = adminMessagesFor(language)
  return problems.map((problem) => {
    const { field } = problem
    switch (problem.rule) {
      case 'too-long':
      case 'body':
        return { field, message: problemMessage(problem, language), where: fieldLabel(field, labelOf, language) }
      case 'word-missing':
        return { field, message: records.wordMissing(fieldLabel(field, labelOf, language)) }
      case 'outlived':
        return { field, message: records.outlived(labelOf(problem.word)) }
      default:
        return { field, message: records.problems[problem.rule] }
    }
  })
}

/** The label of a field of words: what it says, and in which edition. */
function fieldLabel(field: string, labelOf: (word: string) => string, language: Edition): string {
  const { inEdition, editions } = adminMessagesFor(language).form
  const edition = EDITION_KEYS.find((key) => field.endsWith(`.${key}`)) ?? 'en'
  return inEdition(labelOf(field.replace(`.${edition}`, '')), editions[edition])
}

/** The name of a word field of a record. */
export function wordLabel(kind: RecordKind, language: Edition): (word: string) => string {
  const { records } = adminMessagesFor(language)
  return (word) => {
    const name = RECORD_SHAPES[kind].words.find((field) => field.name === word)?.name
    return name ? records.words[name] : word
  }
}

const NOTHING: InEditions = { 'zh-hant': '', 'zh-hans': '', en: '' }

/** The two states of a record that met, part by part. */
export function conflictParts(
  kind: RecordKind,
  { theirs, mine }: { theirs: SiteRecord; mine: Pick<RecordForm, 'words' | 'plain'> },
  language: Edition,
): readonly ConflictPart[] {
  const { form, records } = adminMessagesFor(language)
  const { words, plain } = RECORD_SHAPES[kind]
  return [
    ...words.flatMap(({ name }) =>
      EDITION_KEYS.map((edition) => ({
        label: form.inEdition(records.words[name], form.editions[edition]),
        words: edition,
        theirs: (theirs.words[name] ?? NOTHING)[edition],
        mine: (mine.words[name] ?? NOTHING)[edition],
      })),
    ),
    ...plain.map((name) => ({
      label: records.plain[name],
      theirs: theirs.plain[name] ?? '',
      mine: mine.plain[name] ?? '',
    })),
  ]
}
