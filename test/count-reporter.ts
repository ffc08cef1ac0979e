import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with one line that people and machines can read: `412 passed, 0 failed`, and what was skipped, if any. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      if (module.errors().length > 0) counts.failed++ // a file that could not even be loaded
      for (const test of module.children.allTests()) counts[test.result().state]++
    }
    process.once('exit', () => {
      const skipped = counts.skipped + counts.pending
      console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
    })
  }
}
