import type { ArticleContent } from '../article/content.ts'
import type { Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import type { FieldError } from '../ui/field.tsx'
import type { FormProblem } from './article-form.ts'
import { controlName } from './form-labels.ts'

/** What is wrong with the article form, for its summary and its fields. */
export function articleErrors(
  problems: readonly FormProblem[],
  content: ArticleContent,
  language: Edition,
): readonly FieldError[] {
  return problems.map((problem) => {
    const { field, rule } = problem
    const { label, context } = controlName(field, content, language)
    const where = context ?? (rule === 'too-long' || rule === 'body' ? label : undefined)
    return { field, message: problemMessage(problem, language), where }
  })
}

/** What is wrong with a field, as a sentence that says what to do. */
export function problemMessage(problem: FormProblem, language: Edition): string {
  const { form } = adminMessagesFor(language)
  switch (problem.rule) {
    case 'too-long':
      return form.tooLong(problem.max)
    case 'body': {
      const { rule, max, line } = problem.problem
      return form.bodyProblems[rule](max) + form.atLine(line)
    }
    default:
      return form.problems[problem.rule]
  }
}
