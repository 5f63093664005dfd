import { sliceLine } from '../layout/merge-baselines.ts'
import type { Line, Word } from '../layout/line.ts'
import type { CompiledMarker } from '../rules/load-rules.ts'

/** A line that begins with a list marker. */
export interface MarkedLine {
  /** As printed: `▪`, `1.`, `a)`; null where the font maps its glyph to no character that means anything. */
  readonly marker: string | null
  readonly rule: CompiledMarker
  /** Words of the marker; two where it is doubled, `▪ •`. */
  readonly words: readonly Word[]
  /** x of the marker. */
  readonly x: number
  /** The rest of the line. */
  readonly rest: Line | null
}

/** The lines of a text that begin with a marker, with what was read there. */
export type LineMarkers = ReadonlyMap<Line, MarkedLine>

/** Reads the markers of a text's lines. */
export function readMarkers(lines: readonly Line[], markers: readonly CompiledMarker[]): LineMarkers {
  const marked = new Map<Line, MarkedLine>()
  for (const line of lines) {
    const read = readMarker(line, markers)
    if (read !== null) marked.set(line, read)
  }
  return marked
}

/** Reads the marker at a line's start; a second marker after it belongs to it, as in `▪ • text`. */
export function readMarker(line: Line, markers: readonly CompiledMarker[]): MarkedLine | null {
  const first = markerAt(line.text, markers)
  if (first === null) return null
  let markerWords = wordCount(first.text)
  let rest = sliceLine(line, markerWords)
  const second = rest === null ? null : markerAt(rest.text, markers)
  if (rest !== null && second?.rule.kind === 'bullet' && first.rule.kind === 'bullet') {
    markerWords += wordCount(second.text)
    rest = sliceLine(line, markerWords)
  }
  return {
    marker: isLost(first.text) ? null : first.text,
    rule: first.rule,
    words: line.words.slice(0, markerWords),
    x: line.box.x0,
    rest,
  }
}

/** A bullet from a symbol font: in the area for private use, or the sign for an unknown character. */
function isLost(marker: string): boolean {
  return /^[\p{Co}\uFFFD]+$/u.test(marker)
}

function markerAt(text: string, markers: readonly CompiledMarker[]): { text: string; rule: CompiledMarker } | null {
  // A marker may stand alone on its line; the patterns ask for the blank before the text.
  const closed = `${text} `
  for (const rule of markers) {
    const marker = rule.expression.exec(closed)?.groups?.['marker']
    if (marker !== undefined && marker !== '') return { text: marker, rule }
  }
  return null
}

function wordCount(text: string): number {
  return text.trim().split(/\s+/u).length
}
