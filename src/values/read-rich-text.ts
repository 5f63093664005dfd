import { type BlockLines, buildBlocks } from '../blocks/build-blocks.ts'
import { closeParagraphs } from '../blocks/close-paragraphs.ts'
import { wholeWords } from '../layout/ink.ts'
import type { Line, Word } from '../layout/line.ts'
import { groupBy } from '../layout/group-by.ts'
import type { FieldValue, Notice } from './field-value.ts'
import type { FieldContext } from './kinds.ts'
import { leaf, tracedList, tracedObject } from './traced.ts'

/** Reads a column of printed lines as paragraphs and list items. */
export function readRichText(
  lines: readonly Line[],
  { flow, readers }: Pick<FieldContext, 'flow' | 'readers'>,
): FieldValue {
  const printed = buildBlocks(lines, flow, readers.blocks)
  const repaired = printed.map((block) => readers.join(block.lines))
  const wordsOf = printed.map((block) => block.lines.flatMap((line) => line.words.map((word) => word.id)))
  const blocks = printed.map(({ kind, marker, markerWords, level }, index) =>
    tracedObject({
      kind: leaf(kind),
      marker: leaf(marker, markerInk(marker, markerWords)),
      level: leaf(level),
      text: leaf(repaired[index]?.text ?? '', wordsOf[index]),
    }),
  )
  const text = repaired.map((block) => block.text).join('\n')
  const words = wordsOf.flat()
  const blockEnds = new Set(wordsOf.slice(0, -1).flatMap((ids) => ids.slice(-1)))
  return {
    traced: tracedObject({ text: leaf(text, { ...wholeWords(words), blockEnds }), blocks: tracedList(blocks) }),
    text,
    words,
    markers: printed.flatMap((block) => block.markerWords.map((word) => word.id)),
    joins: repaired.flatMap(({ joins }) => joins),
    notices: [
      ...doubtfulEnds(closeParagraphs(printed, flow, readers.blocks)),
      ...emptyItems(printed),
      ...unknownMarkers(
        printed.map(({ kind }, index) => ({
          text: kind === 'item' ? '' : (repaired[index]?.text ?? ''),
          words: wordsOf[index],
        })),
      ),
    ],
  }
}

/** Of a doubled marker the value is the first; of one that the font lost there is no value. */
function markerInk(marker: string | null, words: readonly Word[]): readonly number[] {
  const count = marker === null ? 0 : marker.split(/\s+/u).length
  return words.slice(0, count).map(({ id }) => id)
}

function doubtfulEnds(lines: readonly Line[]): readonly Notice[] {
  const [first] = lines
  if (first === undefined) return []
  const said = { code: 'text/paragraph-doubtful', args: { text: first.text, count: lines.length } } as const
  return [{ said, word: first.words[0]?.id }]
}

/** Markers without a text. */
function emptyItems(blocks: readonly BlockLines[]): readonly Notice[] {
  const empty = blocks.filter(({ kind, lines }) => kind === 'item' && lines.length === 0)
  const [first] = empty
  if (first === undefined) return []
  const said = { code: 'list/item-empty', args: { marker: first.marker ?? '', count: empty.length } } as const
  return [{ said, word: first.markerWords[0]?.id }]
}

/** A sign before a blank at the beginning of a paragraph; quotation marks, brackets and dashes stand there in texts too. */
const SIGN = /^(?<sign>[\p{S}\p{Po}])\s/u

/** Paragraphs that begin with the same sign for it to look like a marker. */
const ALIKE = 2

/** Signs that begin several paragraphs, as markers of a list do, and were read as text. */
function unknownMarkers(
  paragraphs: readonly { readonly text: string; readonly words: readonly number[] | undefined }[],
): readonly Notice[] {
  const signed = paragraphs.flatMap(({ text, words }) => {
    const sign = SIGN.exec(text)?.groups?.['sign']
    return sign === undefined ? [] : [{ sign, word: words?.[0] }]
  })
  return [...groupBy(signed, ({ sign }) => sign)].flatMap(([sign, alike]) =>
    alike.length < ALIKE
      ? []
      : [{ said: { code: 'list/unknown-marker', args: { sign, count: alike.length } }, word: alike[0]?.word }],
  )
}
