import type { Span, Trace } from './trace.ts'

/**
 * Cuts a traced result where the source was cut. A cut inside a span falls at the same distance from its start, or from
 * its end if the part behind the cut is as long in the result; never inside a surrogate pair.
 *
 * @param cuts ends of the source pieces, in order; the last one is the length of the source
 */
export function cutResult(trace: Trace, cuts: readonly number[]): string[] {
  const pieces: string[] = []
  let done = 0
  let at = 0
  for (const cut of cuts) {
    let span = trace.spans[at]
    while (span && span.end <= cut) span = trace.spans[++at]
    const until =
      span && span.start < cut
        ? span.resultStart + cutInside(span, cut - span.start)
        : (span?.resultStart ?? trace.result.length)
    const end = Math.max(done, until)
    pieces.push(trace.result.slice(done, end))
    done = end
  }
  return pieces
}

function cutInside({ from, to }: Span, units: number): number {
  const rest = from.length - units
  const sameTail = rest <= to.length && to.length !== from.length && to.endsWith(from.slice(units))
  const at = Math.min(to.length, sameTail ? to.length - rest : units)
  const before = to.charCodeAt(at - 1)
  return before >= 0xd800 && before <= 0xdbff ? at + 1 : at
}
