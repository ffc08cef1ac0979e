import type { Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import type { FormProblem } from './article-form.ts'

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
