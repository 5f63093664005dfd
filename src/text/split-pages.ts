/** A line of a text file. */
export interface RawLine {
  /** 1-based. */
  readonly number: number
  readonly text: string
  /** Where the text begins in the file's line, 0-based: behind a form feed, or the blank that begins a page. */
  readonly column: number
}

const FORM_FEED = '\f'

/** A link target with nothing before it and nothing after it. */
const TARGET = /^(?:mailto:|https?:\/\/|ftp:\/\/|tel:)\S+$/u

/**
 * Numbers of the lines that list link targets at a page's end. Targets follow one another without blank lines, and the
 * next page, the end, or several empty lines follow them. An address that is printed has one blank line below it, as
 * any line has.
 */
export function listedTargets(lines: readonly RawLine[]): ReadonlySet<number> {
  const listed = new Set<number>()
  for (const [index, line] of [...lines.entries()].reverse()) {
    if (!TARGET.test(line.text)) continue
    const next = lines[index + 1]
    const blank = next?.text.trim() === ''
    const ends =
      next === undefined ||
      startsPage(next.text, line.text) ||
      (blank && (next.text !== '' || (lines[index + 2]?.text ?? '') === ''))
    if (ends || listed.has(next.number)) listed.add(line.number)
  }
  return listed
}

/** A line that starts with exactly one blank and follows a line that is not empty. */
function startsPage(line: string, previous: string | undefined): boolean {
  return /^ \S/u.test(line) && previous !== undefined && previous !== ''
}

/**
 * Cuts a text into the lines of its pages. A form feed ends a page. Dumps without form feeds print a blank line
 * between any two lines; in those a page begins with a line that starts with one blank and that follows the last line
 * of the page before without a blank line between:
 *
 *     mailto:kontakt@auental.example
 *      2 Bergstadt
 *
 * A page also ends with the list of its links' targets, whatever follows.
 */
export function splitPages(text: string): readonly (readonly RawLine[])[] {
  const lines = toLines(text)
  return text.includes(FORM_FEED) ? splitAtFormFeeds(lines) : splitAtLeadingBlanks(lines)
}

/** The lines of a text, numbered from 1. */
export function toLines(text: string): readonly RawLine[] {
  return text.split(/\r\n|\n|\r/u).map((line, index) => ({ number: index + 1, text: line, column: 0 }))
}

function splitAtFormFeeds(lines: readonly RawLine[]): readonly (readonly RawLine[])[] {
  const pages: RawLine[][] = [[]]
  for (const line of lines) {
    let column = 0
    for (const [index, text] of line.text.split(FORM_FEED).entries()) {
      if (index > 0) pages.push([])
      pages.at(-1)?.push({ number: line.number, text, column })
      column += text.length + 1
    }
  }
  const last = pages.at(-1)
  if (pages.length > 1 && last?.every((line) => line.text.trim() === '') === true) pages.pop()
  return pages
}

function splitAtLeadingBlanks(lines: readonly RawLine[]): readonly (readonly RawLine[])[] {
  const spaced = isSpacedOut(lines)
  const pages: RawLine[][] = [[]]
  const targets = listedTargets(lines)
  let afterTargets = false
  for (const [index, line] of lines.entries()) {
    const breaks = spaced && startsPage(line.text, lines[index - 1]?.text)
    const first = spaced && index === 0 && line.text.startsWith(' ')
    const target = targets.has(line.number)
    if (breaks || (afterTargets && !target && line.text.trim() !== '')) pages.push([])
    pages.at(-1)?.push(breaks || first ? { number: line.number, text: line.text.slice(1), column: 1 } : line)
    if (line.text.trim() !== '') afterTargets = spaced && target
  }
  return pages
}

/** Whether most lines with text are followed by an empty one. */
export function isSpacedOut(lines: readonly RawLine[]): boolean {
  const withText = lines.filter((line) => line.text.trim() !== '')
  const followed = withText.filter((line) => lines[line.number]?.text === '')
  return followed.length * 2 > withText.length
}
