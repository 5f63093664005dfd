import { foldWords } from '../layout/fold-words.ts'
import type { Line } from '../layout/line.ts'
import type { Join } from '../repair/repaired-text.ts'
import { nearestWording, type NearWording } from './near-wording.ts'

/** A heading that the rules do not know, with the lines below it. */
export interface UnknownPart {
  readonly heading: readonly Line[]
  /** The known wording that comes nearest; null where none has anything to do with it. */
  readonly nearest: NearWording | null
  readonly lines: readonly Line[]
}

/** How the headings of one level are set in a document. */
export interface HeadingStyle {
  /** Sizes and weights in which known headings are set and running text is not. */
  readonly faces: ReadonlySet<string>
  /** The least distance to the line above that a known heading keeps, in font sizes. */
  readonly gapAbove: number
}

/** Parts of a font size by which a heading's face may differ. */
const SIZE_STEP = 0.25

/** How much larger than running text a heading is set, where it is. */
const LARGER = 1.05

/** Share of the smallest gap above a known heading that an unknown one keeps at least. */
const GAP_SHARE = 0.8

/**
 * Learns how headings are set from those that are known.
 *
 * @param headings the lines of each known heading
 * @param all the lines of the document in reading order
 * @param bodySize font size of running text
 * @returns null where the headings are set like running text
 */
export function headingStyle(
  headings: readonly (readonly Line[])[],
  all: readonly Line[],
  bodySize: number,
): HeadingStyle | null {
  const isBodyBold = commonlyBold(all, bodySize)
  const first = headings.flatMap(([line]) => line ?? [])
  const faces = new Set(
    first.filter((line) => line.size > bodySize * LARGER || (isBold(line.words) && !isBodyBold)).map(faceOf),
  )
  const heads = new Set(first.filter((line) => faces.has(faceOf(line))))
  const gaps = all.flatMap((line, index) => {
    const above = all[index - 1]
    return heads.has(line) && above?.page === line.page ? [(line.baseline - above.baseline) / line.size] : []
  })
  return faces.size === 0 ? null : { faces, gapAbove: GAP_SHARE * Math.min(...gaps) }
}

/** Whether most of the text in the common size is bold. */
function commonlyBold(lines: readonly Line[], bodySize: number): boolean {
  const body = lines.filter((line) => line.size === bodySize)
  return body.filter((line) => line.bold).length * 2 > body.length
}

/** How a line is set; one that is bold only in part, as `Label: text` is, is not set in bold. */
export function faceOf({ size, words }: Line): string {
  return `${String(Math.round(size / SIZE_STEP))} ${String(isBold(words))}`
}

function isBold(words: Line['words']): boolean {
  return words.every(({ font }) => font.bold)
}

/** Characters that a heading has at most. */
const LONGEST = 120

/** Lines that a heading may be broken over. */
const HEADING_LINES = 3

/**
 * Sets apart what stands below headings that no rule knows: lines set like the known headings, alone on their baseline,
 * that begin like a heading and do not end like a sentence.
 *
 * @param wordings those of the rules, for naming the nearest
 * @returns the lines above the first such heading, and each of them with the lines below it
 */
export function setUnknownApart(
  lines: readonly Line[],
  style: HeadingStyle | null,
  wordings: readonly string[],
): { readonly lines: readonly Line[]; readonly unknown: readonly UnknownPart[] } {
  if (style === null) return { lines, unknown: [] }
  const starts = lines.flatMap((line, index) => (isHeading(line, lines[index - 1], lines, style) ? [index] : []))
  const heads = starts.filter((start) => !starts.includes(start - 1) || !goesOn(lines[start - 1], lines[start]))
  return divideAt(
    lines,
    heads,
    (from) => {
      let to = from + 1
      while (to < from + HEADING_LINES && starts.includes(to) && !heads.includes(to)) to += 1
      return to
    },
    wordings,
  )
}

/** Divides lines at headings that no rule knows. */
export function divideAt(
  lines: readonly Line[],
  heads: readonly number[],
  endOf: (from: number) => number,
  wordings: readonly string[],
): { readonly lines: readonly Line[]; readonly unknown: readonly UnknownPart[] } {
  return {
    lines: lines.slice(0, heads[0] ?? lines.length),
    unknown: heads.map((from, index) => {
      const heading = lines.slice(from, endOf(from))
      const printed = headingText(heading)
      return {
        heading,
        nearest: nearestWording(printed.replace(/^[\d.]+\s/u, ''), wordings),
        lines: lines.slice(endOf(from), heads[index + 1] ?? lines.length),
      }
    }),
  }
}

/** A heading as one text; a word that the line end cuts is whole again: `Koope-⏎ration` is `Kooperation`. */
export function headingText(lines: readonly Line[]): string {
  return lines.reduce((text, line) => {
    return cutsHeading(text, line) ? text.slice(0, -1) + line.text : `${text} ${line.text}`.trimStart()
  }, '')
}

/** What was done at the line ends of a heading; white space is left out. */
export function headingJoins(lines: readonly Line[]): readonly Join[] {
  return lines.slice(1).flatMap((line, index): readonly Join[] => {
    const above = lines[index]
    if (above === undefined || !cutsHeading(above.text, line)) return []
    const left = above.words.at(-1)
    const right = line.words[0]?.text ?? ''
    return [
      {
        action: 'hyphen-removed',
        printed: `${left?.text ?? ''}⏎${right}`,
        joined: `${left?.text.slice(0, -1) ?? ''}${right}`,
        evidence: 'small-letter-follows',
        close: false,
        wordBefore: left?.id ?? 0,
      },
    ]
  })
}

function cutsHeading(above: string, line: Line): boolean {
  return /\p{L}[-\u00AD\u2010]$/u.test(above) && /^\p{Ll}/u.test(line.text)
}

function isHeading(line: Line, above: Line | undefined, lines: readonly Line[], style: HeadingStyle): boolean {
  if (!style.faces.has(faceOf(line)) || !readsLikeHeading(line.text)) return false
  if (lines.some((other) => other !== line && other.page === line.page && other.baseline === line.baseline))
    return false
  if (above?.page !== line.page) return true
  return (line.baseline - above.baseline) / line.size >= style.gapAbove || goesOn(above, line)
}

function readsLikeHeading(text: string): boolean {
  return text.length <= LONGEST && /^[\p{Lu}\d]/u.test(text) && /\p{L}{2}/u.test(text) && !/[.;,:!?]$/u.test(text)
}

/** Whether two lines are one heading, broken over them. */
function goesOn(above: Line | undefined, line: Line | undefined): boolean {
  if (above === undefined || line === undefined) return false
  const isClose = above.page === line.page && line.baseline - above.baseline <= 1.6 * line.size
  return isClose && faceOf(above) === faceOf(line) && foldWords(above.text) !== ''
}
