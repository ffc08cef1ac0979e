/**
 * `npm run convert -- --from zh-hant --to zh-hans [--vocabulary] [--keep-quotes] [--trace] [--glossary FILE] < in > out`
 *
 * Reads UTF-8 of any size and writes it converted; bytes that are not Chinese come out as they went in. With `--trace`
 * it writes one JSON object per span that is not unchanged or that is in doubt, with offsets in UTF-16 units of the whole
 * input. Wrong options, a wrong glossary or bytes that are not UTF-8 end it with status 2.
 *
 * Text is converted in blocks. A block ends behind a blank line where there is one within its limit, else behind a line
 * break, else – in a line longer than that – behind punctuation or a space, and only in a line without any of these
 * at the limit itself. Only there can a word, a quotation or a web address be cut.
 */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Converter, createConverter } from '../convert/converter.ts'
import { type Glossary, parseGlossary } from '../convert/glossary.ts'
import type { ConvertOptions } from '../convert/options.ts'
import { readTables } from './dictionary/read-tables.ts'

/** A block at most; a few of them are in memory at a time. */
const BLOCK_UNITS_MAX = 1 << 20

/** A mistake of the caller, told without a stack trace. */
class UsageError extends Error {}

interface Command {
  options: ConvertOptions
  trace: boolean
}

function parseCommand(args: readonly string[]): Command {
  const { from, to, vocabulary, 'keep-quotes': keepQuotes, trace, glossary: file } = readArgs(args)
  const options = { from: edition(from, '--from'), to: edition(to, '--to') }
  if (options.from === options.to) throw new UsageError('--from and --to are the same')
  const glossary = file === undefined ? undefined : readGlossary(file)
  return {
    trace: trace ?? false,
    options: {
      ...options,
      vocabulary: vocabulary ?? false,
      quotes: keepQuotes ? 'keep' : 'mainland',
      ...(glossary ? { glossary } : {}),
    },
  }
}

function readArgs(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        vocabulary: { type: 'boolean' },
        'keep-quotes': { type: 'boolean' },
        trace: { type: 'boolean' },
        glossary: { type: 'string' },
      },
    }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function edition(value: unknown, name: string): 'zh-hant' | 'zh-hans' {
  if (value === 'zh-hant' || value === 'zh-hans') return value
  throw new UsageError(`${name} must be zh-hant or zh-hans`)
}

function readGlossary(file: string): Glossary {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file))
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof TypeError ? 'not UTF-8' : 'cannot be read'}`)
  }
  const parsed = parseGlossary(text)
  if (parsed.ok) return parsed.glossary
  throw new UsageError(parsed.errors.map(({ line, message }) => `${file}:${line}: ${message}`).join('\n'))
}

/** Decodes a stream strictly. @throws UsageError with the line of the first byte that is not UTF-8 */
async function* decode(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let line = 1
  let last: Uint8Array = new Uint8Array()
  try {
    for await (const chunk of input) {
      last = chunk
      const text = decoder.decode(chunk, { stream: true })
      line += text.split('\n').length - 1
      yield text
    }
    last = new Uint8Array()
    yield decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(`input line ${line + linesBeforeFault(last)}: not UTF-8`)
    throw error
  }
}

/** Line breaks in front of the first byte that cannot be decoded. A character cut by the chunk's start is no fault. */
function linesBeforeFault(chunk: Uint8Array): number {
  let lines = 0
  let start = 0
  while (start < 3 && ((chunk[start] ?? 0) & 0xc0) === 0x80) start++
  for (let end = chunk.indexOf(0x0a, start); end >= 0; end = chunk.indexOf(0x0a, start)) {
    try {
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(chunk.subarray(start, end))
    } catch {
      return lines
    }
    lines++
    start = end + 1
  }
  return lines
}

/** Cuts a stream of text into blocks at safe places. Nothing is lost: the blocks put together are the text. */
export async function* blocks(input: AsyncIterable<string>, unitsMax = BLOCK_UNITS_MAX): AsyncGenerator<string> {
  let pending = ''
  for await (const text of input) {
    pending += text
    while (pending.length > unitsMax) {
      const cut = safeCut(pending, unitsMax)
      yield pending.slice(0, cut)
      pending = pending.slice(cut)
    }
  }
  if (pending !== '') yield pending
}

function safeCut(text: string, unitsMax: number): number {
  const paragraph = Math.max(text.lastIndexOf('\n\n', unitsMax - 2), text.lastIndexOf('\n\r\n', unitsMax - 3))
  if (paragraph >= 0) return text.indexOf('\n', paragraph + 1) + 1
  const line = text.lastIndexOf('\n', unitsMax - 1)
  if (line >= 0) return line + 1
  for (let at = unitsMax; at > unitsMax / 2; at--) if ('。！？；，、 '.includes(text.charAt(at - 1))) return at
  const unit = text.charCodeAt(unitsMax - 1)
  return (unit & 0xfc00) === 0xd800 ? unitsMax - 1 : unitsMax
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

async function run(converter: Converter, { options, trace }: Command): Promise<void> {
  let start = 0
  let resultStart = 0
  for await (const block of blocks(decode(process.stdin))) {
    if (!trace) {
      await write(converter.convert(block, options))
      continue
    }
    const traced = converter.trace(block, options)
    for (const span of traced.spans) {
      if (span.layer === 'unchanged' && !span.doubt) continue
      const source = { start: span.start + start, end: span.end + start }
      const result = { resultStart: span.resultStart + resultStart, resultEnd: span.resultEnd + resultStart }
      await write(`${JSON.stringify({ ...span, ...source, ...result })}\n`)
    }
    start += block.length
    resultStart += traced.result.length
  }
}

if (import.meta.main) {
  // A reader that stops early (head) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  try {
    await run(createConverter(readTables()), parseCommand(process.argv.slice(2)))
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.stderr.write(
      'usage: npm run convert -- --from zh-hant --to zh-hans [--vocabulary] [--keep-quotes] [--trace] [--glossary FILE]\n',
    )
    process.exitCode = 2
  }
}
