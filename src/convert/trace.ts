/** The slow, talkative twin of the hot loop: the same decisions, with who decided what and how sure it is. */
import type { Claim, ClaimLayer } from './claims.ts'
import { doubtAbout } from './doubt.ts'
import { FROM_NEWSROOM, IN_NAMES, RISKY, SPECIAL } from './lexicon.ts'
import { phraseAt, resolveSpecial, type ScanContext, wordAt } from './scan.ts'

export type SpanLayer = ClaimLayer | 'newsroom' | 'vocabulary' | 'opencc' | 'punctuation' | 'unchanged'

/**
 * Why a result wants a look: `default` – a character with several readings that no word decided; `overlap` – two rules
 * claimed the same character; `name` – perhaps a person or place; `font` – many phones cannot show it.
 */
export type Doubt = 'default' | 'overlap' | 'name' | 'font'

/** One stretch of the text. Spans follow each other without gaps, in the source and in the result. */
export interface Span {
  start: number
  end: number
  resultStart: number
  resultEnd: number
  from: string
  to: string
  layer: SpanLayer
  /** What decided: a word, a term, or `character`. Empty for unchanged stretches. */
  rule: string
  confidence: 'high' | 'low'
  doubt: Doubt | undefined
  /** What the stretch may become, the result first. Empty when nothing else comes into question. */
  candidates: readonly string[]
  /** The whole name to which a doubtful stretch perhaps belongs, in the source. */
  name?: Stretch
}

export interface Stretch {
  start: number
  end: number
}

export interface Trace {
  result: string
  spans: readonly Span[]
}

/** Traces a whole text: the claims, and the dictionary in between. */
export function traceText(context: ScanContext, text: string, claims: readonly Claim[]): Trace {
  const recorder = new Recorder(text)
  let index = 0
  for (const claim of claims) {
    traceGap(context, text, index, claim.start, recorder)
    recorder.add(claim.end, claim.to, claim.layer, claim.rule)
    index = claim.end
  }
  traceGap(context, text, index, text.length, recorder)
  return recorder.finish()
}

/** The trace of a text that needs no conversion. */
export function unchangedTrace(text: string): Trace {
  const recorder = new Recorder(text)
  recorder.keep(text.length)
  return recorder.finish()
}

/** A unit without any of these bits stays as it is, and nobody doubts it. */
const NOT_CALM = 0xffff | SPECIAL | RISKY | IN_NAMES

function traceGap(context: ScanContext, text: string, start: number, end: number, recorder: Recorder): void {
  const { lexicon, vocabulary } = context
  for (let index = start; index < end; ) {
    const unit = text.charCodeAt(index)
    if (
      vocabulary === undefined &&
      ((lexicon.units[unit] ?? 0) & NOT_CALM) === 0 &&
      phraseAt(lexicon, text, index, end) === 0
    ) {
      recorder.keep(++index)
      continue
    }
    const decision = decide(context, text, index, end)
    const spanEnd = index + decision.units
    const doubt = doubtAbout(context, text, index, end, decision)
    if (doubt) recorder.addDoubt(spanEnd, decision, doubt)
    else if (decision.layer === 'unchanged') recorder.keep(spanEnd)
    else recorder.add(spanEnd, decision.to, decision.layer, decision.rule)
    index = spanEnd
  }
}

/** What the scan does at one place. */
export interface Decision {
  units: number
  to: string
  layer: SpanLayer
  rule: string
  /** A word of the newsroom pack decided, even if nothing changes. */
  isNewsroom?: boolean
}

function decide(context: ScanContext, text: string, index: number, end: number): Decision {
  const { lexicon } = context
  const word = wordAt(context, text, index, end)
  if (word) {
    const { units, to } = word
    if (word.source === 'vocabulary') return { units, to, layer: 'vocabulary', rule: word.rule }
    const from = text.slice(index, index + units)
    const isNewsroom = ((lexicon.layerAt[word.node] ?? 0) & FROM_NEWSROOM) !== 0
    const layer = from === to ? 'unchanged' : isNewsroom ? 'newsroom' : 'opencc'
    return { units, to, layer, rule: from, isNewsroom }
  }
  const entry = lexicon.units[text.charCodeAt(index)] ?? 0
  if ((entry & SPECIAL) === 0) {
    const unit = text.charAt(index)
    return character(context, unit, (entry & 0xffff) === 0 ? unit : String.fromCharCode(unit.charCodeAt(0) + entry))
  }
  const { to, units, kind } = resolveSpecial(context, text, index, end)
  const from = text.slice(index, index + units)
  if (kind === 'quote') return { units, to, layer: from === to ? 'unchanged' : 'punctuation', rule: 'quotation mark' }
  if (kind === 'surname') return { units, to, layer: from === to ? 'unchanged' : 'newsroom', rule: 'surname' }
  return character(context, from, to)
}

function character(context: ScanContext, from: string, to: string): Decision {
  const isNewsroom = context.lexicon.traceData().newsroomCharacters.has(from)
  const layer = from === to ? 'unchanged' : isNewsroom ? 'newsroom' : 'opencc'
  return { units: from.length, to, layer, rule: 'character' }
}

const NO_CANDIDATES: readonly string[] = []

/** Collects spans; unchanged neighbours become one span. */
class Recorder {
  private readonly text: string
  private readonly spans: Span[] = []
  private result = ''
  private index = 0
  private resultIndex = 0
  private keptUntil = 0

  constructor(text: string) {
    this.text = text
  }

  keep(end: number): void {
    this.keptUntil = end
  }

  add(end: number, to: string, layer: SpanLayer, rule: string): void {
    this.flush()
    this.push(end, to, layer, rule, undefined, NO_CANDIDATES)
  }

  addDoubt(end: number, { to, layer, rule }: Decision, { doubt, candidates, stretch }: Doubtful): void {
    this.flush()
    const result = layer === 'unchanged' ? this.text.slice(this.index, end) : to
    this.push(end, result, layer, rule, doubt, candidates, stretch)
  }

  finish(): Trace {
    this.flush()
    return { result: this.result, spans: this.spans }
  }

  private flush(): void {
    if (this.keptUntil <= this.index) return
    this.push(this.keptUntil, this.text.slice(this.index, this.keptUntil), 'unchanged', '', undefined, NO_CANDIDATES)
  }

  private push(
    end: number,
    to: string,
    layer: SpanLayer,
    rule: string,
    doubt: Doubt | undefined,
    candidates: readonly string[],
    name?: Stretch,
  ): void {
    const start = this.index
    const resultStart = this.resultIndex
    const resultEnd = resultStart + to.length
    const confidence = doubt ? 'low' : 'high'
    this.spans.push({
      start,
      end,
      resultStart,
      resultEnd,
      from: layer === 'unchanged' ? to : this.text.slice(start, end),
      to,
      layer,
      rule,
      confidence,
      doubt,
      candidates,
      ...(name ? { name } : {}),
    })
    this.result += to
    this.index = end
    this.keptUntil = end
    this.resultIndex = resultEnd
  }
}

export interface Doubtful {
  doubt: Doubt
  candidates: readonly string[]
  stretch?: Stretch
}
