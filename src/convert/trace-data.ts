/** What only traces need of a table. Read when one first asks: conversion does without it, and so does its first result. */
import type { Characters } from './lexicon.ts'
import { characterResult } from './lexicon.ts'
import { readSteps, type Sections, sectionText } from './packed-table.ts'

export interface TraceData {
  /** Characters whose default is the newsroom pack's. */
  readonly newsroomCharacters: ReadonlySet<string>
  /** Every result that a one-to-many character can have, its default first. */
  readonly alternatives: ReadonlyMap<string, readonly string[]>
  /** Characters whose default an editor should check when no word decides. */
  readonly risky: ReadonlySet<string>
  /** By risky character: the neighbours with which it makes a word in which its default is right. */
  readonly settled: ReadonlyMap<string, Neighbours>
}

export interface Neighbours {
  before: string
  after: string
}

/** Gives the data, made at the first call and then kept. */
export function traceDataOf(sections: Sections, characters: Characters): () => TraceData {
  let data: TraceData | undefined
  return () => {
    data ??= readTraceData(sections, characters)
    return data
  }
}

function readTraceData(sections: Sections, characters: Characters): TraceData {
  const groups = sectionText(sections.alternatives).split(' ')
  const risky = [...sectionText(sections.risky)]
  return {
    newsroomCharacters: new Set(sectionText(sections.newsroomCharacters)),
    alternatives: new Map(
      groups.map((group) => {
        const [from = '', ...others] = group
        return [from, [characterResult(characters, from.codePointAt(0) ?? 0), ...others]]
      }),
    ),
    risky: new Set(risky),
    settled: readSettled(risky, readSteps(sections.settled), readSteps(sections.alphabet)),
  }
}

/** Two lists of ids for each character, each ended by 0. */
function readSettled(risky: readonly string[], ids: Uint16Array, alphabet: Uint16Array): Map<string, Neighbours> {
  let at = 0
  const list = (): string => {
    let units = ''
    for (let id = ids[at++] ?? 0; id !== 0; id = ids[at++] ?? 0) units += String.fromCharCode(alphabet[id - 1] ?? 0)
    return units
  }
  return new Map(risky.map((character) => [character, { before: list(), after: list() }]))
}
