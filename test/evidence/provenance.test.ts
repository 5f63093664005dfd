import type { Place } from 'stadtprofile'
import { describe, expect, test } from 'vitest'
import { type ExtractResult, interpret } from '../../src/interpret.ts'
import { foldWords } from '../../src/layout/fold-words.ts'
import { toLines } from '../../src/pipeline.ts'
import { inkIn, printedPages } from './ink-in-places.ts'
import { INPUTS, linesOfText, once } from './inputs.ts'
import { keyOf, type Leaf, leavesOf } from './leaves.ts'
import { reRead } from './re-read.ts'

/** Keys of leaves that no ink holds: what the program makes, numbers or decides. */
const MADE = ['id', 'pages', 'kind', 'level', 'sameAs']

/** Leaves without a place: those, and what is not printed: null, an empty text. */
function isMade({ pointer, value }: Leaf): boolean {
  return value === null || value === '' || MADE.includes(keyOf(pointer))
}

/** Keys of leaves that interpret the text beside them; they stand where it stands. */
const INTERPRETED = ['value', 'amount', 'currency', 'date']

/** Whether a leaf's printed text, repaired, is its value. */
function isRead({ pointer, value }: Leaf, text: string, textBeside: unknown): boolean {
  const key = keyOf(pointer)
  if (INTERPRETED.includes(key)) return text === textBeside
  if (key === 'number') return text === String(value)
  // The number without its country code, or the digits that replace the last ones of the number before.
  if (key === 'e164') return endsInDigits(String(value), text)
  // A caption is given in the wording of the rules.
  if (key === 'title' && pointer.includes('/figures/')) return foldWords(text) === foldWords(String(value))
  if (key === 'emails') return text.replace(/\s?[([]at[)\]]\s?/u, '@') === value
  return text === value
}

function endsInDigits(e164: string, text: string): boolean {
  const digits = text.replace(/\(0\)/u, '').replaceAll(/\D/gu, '').replace(/^0+/u, '')
  return digits !== '' && e164.endsWith(digits)
}

describe.each(INPUTS)('$name', ({ bytes, document: read, rules: load }) => {
  const reading = once(async () => {
    const [document, rules] = await Promise.all([read(), load()])
    const { report, provenance } = interpret(toLines(document, rules.settings), rules, {
      fileName: 'input',
      edition: undefined,
      runWords: undefined,
    })
    const { key } = rules.outline.entity
    const beside = (pointer: string): unknown => texts.get(`${pointer.slice(0, pointer.lastIndexOf('/'))}/text`)
    const leaves = leavesOf(report[key], `/${key}`)
    const texts = new Map(leaves.map(({ pointer, value }) => [pointer, value]))
    return { document, provenance, leaves, beside }
  })

  test('holds a place for every leaf that is read from ink, and for no other', async () => {
    const { leaves, provenance } = await reading()
    const silent = leaves.filter((leaf) => !isMade(leaf) && (provenance[leaf.pointer] ?? []).length === 0)
    expect(silent).toEqual([])
    const told = leaves.filter((leaf) => (leaf.value === null || leaf.value === '') && leaf.pointer in provenance)
    expect(told).toEqual([])
  })

  test('holds the printed characters of every place, and no other', async () => {
    const { document, provenance } = await reading()
    const pages = printedPages(document)
    const lines = linesOfText(bytes)
    const wrong = Object.keys(provenance).flatMap((pointer) =>
      placesAt(provenance, pointer).flatMap((place) => {
        const ink = inkIn(place, pages, lines)
        return ink === place.text.replaceAll(/\s+/gu, '') ? [] : [{ pointer, place, ink }]
      }),
    )
    expect(wrong).toEqual([])
  })

  test('gives every value again when its places are read and repaired', async () => {
    const { leaves, provenance, beside } = await reading()
    const wrong = leaves.flatMap((leaf) => {
      const places = placesAt(provenance, leaf.pointer)
      if (places.length === 0 || keyOf(leaf.pointer) === 'id') return []
      const text = reRead(places)
      return isRead(leaf, text, beside(leaf.pointer)) ? [] : [{ ...leaf, text }]
    })
    expect(wrong).toEqual([])
  })
})

/** Nothing here was corrected by hand. */
function placesAt(provenance: ExtractResult['provenance'], pointer: string): readonly Place[] {
  return (provenance[pointer] ?? []).flatMap((place) => ('corrected' in place ? [] : [place]))
}
