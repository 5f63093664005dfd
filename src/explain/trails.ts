import type { Line } from '../layout/line.ts'
import type { ExtractResult } from '../interpret.ts'
import type { Reading } from '../pipeline.ts'
import type { Join } from '../repair/repaired-text.ts'
import type { Rules } from '../rules/load-rules.ts'
import type { DocumentFrame } from '../source/source-document.ts'
import { valuesOf } from '../values/all-values.ts'
import { asideUses, markerUses } from './aside-uses.ts'
import { entityUses } from './outline-uses.ts'
import { linesByPage } from './page-lines.ts'
import type { RuleUse } from './rule-use.ts'
import { pointersByWord } from './specific-pointers.ts'

/** A document that went through all stages, with its report. */
export interface ReadDocument {
  readonly document: DocumentFrame
  readonly reading: Reading
  readonly rules: Rules
  readonly result: Pick<ExtractResult, 'report' | 'diagnostics'>
}

/** What is known of each word, for looking up why it became what it became. */
export interface Trails extends ReadDocument {
  /** In the order of their numbers. */
  readonly pages: ReadonlyMap<number, readonly Line[]>
  readonly lineOf: ReadonlyMap<number, Line>
  /** The values that a word went into, most specific ones. */
  readonly pointers: ReadonlyMap<number, readonly string[]>
  /** What was done at line ends, by the word before each; white space too. */
  readonly ends: ReadonlyMap<number, Join>
  /** The rule that decided over a word. */
  readonly uses: ReadonlyMap<number, RuleUse>
  /** Ids of the rules of list markers, by the marker's word. */
  readonly markers: ReadonlyMap<number, string>
  /** The rule of each entity, section, part and cell by its JSON Pointer. */
  readonly usesByPointer: ReadonlyMap<string, RuleUse>
}

/** Gathers what the stages have left behind about each word. */
export function followTrails(read: ReadDocument): Trails {
  const { reading, rules } = read
  const pages = linesByPage(reading)
  const lineOf = new Map([...pages.values()].flat().flatMap((line) => line.words.map(({ id }) => [id, line] as const)))
  const values = reading.entities.flatMap(({ sections }) => sections.flatMap(valuesOf))
  const used = [
    ...asideUses(reading, rules),
    ...reading.entities.flatMap((entity, index) => entityUses(entity, index, rules)),
  ]
  return {
    ...read,
    pages,
    lineOf,
    pointers: pointersByWord(reading.traced, `/${rules.outline.entity.key}`),
    ends: new Map(values.flatMap(({ joins }) => joins.map((join) => [join.wordBefore, join] as const))),
    uses: new Map(used.flatMap(({ use, words }) => words.map((id) => [id, use] as const))),
    markers: markerUses(reading, lineOf, rules),
    usesByPointer: new Map(
      used.flatMap(({ use }) => (use.role === 'text' && use.pointer !== null ? [[use.pointer, use] as const] : [])),
    ),
  }
}
