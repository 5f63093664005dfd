import { createHash } from 'node:crypto'
import { DEFAULT_LIMITS, limitError, type Limits } from '../limits/limits.ts'
import type { Link, ReaderNotice, SourceDocument, SourcePage, TextItem } from '../source/source-document.ts'
import { notAPdf, SourceError } from '../source/source-error.ts'
import { swapLigatures } from '../source/swapped-ligatures.ts'
import { flowedItems } from './flowed-items.ts'
import { placedItems } from './placed-items.ts'
import { isSpacedOut, listedTargets, type RawLine, splitPages, toLines } from './split-pages.ts'

/** Share of lines with a gap of three or more blanks inside above which a text keeps the page's columns side by side. */
const PLACED_SHARE = 0.05

/**
 * Reads a text file: the dump of a PDF's text layer, or the output of `pdftotext` with or without `-layout`.
 * Line numbers are 1-based and refer to the file as it is.
 *
 * @throws SourceError `not-a-pdf` where the file is no text either, `no-text` where it holds no visible character,
 *   `too-many-pages`
 */
export function readText(bytes: Uint8Array, limits: Limits = DEFAULT_LIMITS): SourceDocument {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const decoded = decode(bytes)
  const { text, notices } = cleanText(decoded)
  if (text.trim() === '')
    throw new SourceError('no-text', 'The text file is empty.', 'Give a text with content, or the PDF itself.')
  const lines = toLines(text)
  const pages = splitPages(text)
  if (pages.length > limits.maxPages) throw limitError('maxPages', limits)
  const setting: Setting = { placed: keepsColumns(lines), spacedOut: isSpacedOut(lines), targets: listedTargets(lines) }
  return {
    kind: 'text',
    sha256,
    title: null,
    pages: pages.map((page, index) => toPage(page, index + 1, setting)),
    outline: [],
    notices,
  }
}

/** UTF-8 without NUL characters. */
function decode(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw notAPdf()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes))
  } catch {
    throw notAPdf()
  }
}

/** How a text file sets its lines. */
interface Setting {
  /** The columns of a page stand side by side. */
  readonly placed: boolean
  /** A blank line stands between any two lines. */
  readonly spacedOut: boolean
  /** Numbers of the lines that list link targets. */
  readonly targets: ReadonlySet<number>
}

function toPage(lines: readonly RawLine[], number: number, { placed, spacedOut, targets }: Setting): SourcePage {
  const { body, links } = placed ? { body: lines, links: [] } : separateTargets(lines, targets)
  const items: readonly TextItem[] = placed ? placedItems(body) : flowedItems(body, spacedOut)
  return {
    number,
    width: Math.max(0, ...items.map((item) => item.box.x1)),
    height: Math.max(0, ...items.map((item) => item.box.y1)),
    rotation: 0,
    readingTurn: 0,
    layout: placed ? 'placed' : 'flowed',
    items,
    rulings: [],
    fills: [],
    images: [],
    links,
    structure: null,
  }
}

function separateTargets(
  lines: readonly RawLine[],
  listed: ReadonlySet<number>,
): { body: readonly RawLine[]; links: readonly Link[] } {
  return {
    body: lines.filter((line) => !listed.has(line.number)),
    links: lines
      .filter((line) => listed.has(line.number))
      .map(({ text, number, column }) => ({ target: text, box: null, listedAt: { line: number, column } })),
  }
}

function keepsColumns(lines: readonly RawLine[]): boolean {
  const withText = lines.filter((line) => line.text.trim() !== '')
  const withGap = withText.filter((line) => /\S {3,}\S/u.test(line.text))
  return withGap.length > withText.length * PLACED_SHARE
}

/** Drops control characters and swaps ligatures back; says what was done and what a character is missing for. */
function cleanText(decoded: string): Pick<SourceDocument, 'notices'> & { readonly text: string } {
  const printed = decoded.replaceAll(/[\u0000-\u0008\v\u000E-\u001F\u007F-\u009F\uFEFF\uFFFE\uFFFF]/gu, '')
  const dropped = decoded.length - printed.length - (decoded.startsWith('\uFEFF') ? 1 : 0)
  const { text, known } = swapLigatures(printed)
  const unknown = text.match(/\uFFFD/gu)?.length ?? 0
  const notices: readonly (readonly [number, ReaderNotice['kind'], string])[] = [
    [dropped, 'control-characters', 'control characters were dropped'],
    [known, 'swapped-ligatures', 'ligatures whose bytes are swapped were read as the letters meant'],
    [unknown, 'unknown-characters', 'characters are U+FFFD: whatever made the text did not know them'],
  ]
  const told = notices.filter(([count]) => count > 0)
  return { text, notices: told.map(([count, kind, words]) => ({ kind, page: null, words: `${count} ${words}` })) }
}
