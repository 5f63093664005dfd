import { createHash } from 'node:crypto'
import type { Link, ReaderNotice, SourceDocument, SourcePage, TextItem } from '../source/source-document.ts'
import { SourceError } from '../source/source-error.ts'
import { flowedItems } from './flowed-items.ts'
import { placedItems } from './placed-items.ts'
import { listedTargets, type RawLine, splitPages, toLines } from './split-pages.ts'

/** Share of lines with a gap of three or more blanks inside above which a text keeps the page's columns side by side. */
const PLACED_SHARE = 0.05

/**
 * Reads a text file: the dump of a PDF's text layer, or the output of `pdftotext` with or without `-layout`.
 * Line numbers are 1-based and refer to the file as it is.
 *
 * @throws SourceError `no-text` where the file holds no visible character
 */
export function readText(bytes: Uint8Array): SourceDocument {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const decoded = new TextDecoder('utf-8').decode(bytes)
  const { text, dropped } = dropControls(decoded)
  if (text.trim() === '') throw new SourceError('no-text', 'The text file is empty.', 'Give a text with content, or the PDF itself.')
  const pages = splitPages(text)
  const targets = listedTargets(toLines(text))
  const placed = keepsColumns(pages.flat())
  return {
    kind: 'text',
    sha256,
    title: null,
    pages: pages.map((lines, index) => toPage(lines, index + 1, placed, targets)),
    outline: [],
    notices: dropped === 0 ? [] : [controlNotice(dropped)],
  }
}

function toPage(lines: readonly RawLine[], number: number, placed: boolean, targets: ReadonlySet<number>): SourcePage {
  const { body, links } = placed ? { body: lines, links: [] } : separateTargets(lines, targets)
  const items: readonly TextItem[] = placed ? placedItems(body) : flowedItems(body)
  return {
    number,
    width: Math.max(0, ...items.map((item) => item.box.x1)),
    height: Math.max(0, ...items.map((item) => item.box.y1)),
    rotation: 0,
    layout: placed ? 'placed' : 'flowed',
    items,
    rulings: [],
    fills: [],
    images: [],
    links,
    structure: null,
  }
}

function separateTargets(lines: readonly RawLine[], listed: ReadonlySet<number>): { body: readonly RawLine[]; links: readonly Link[] } {
  return {
    body: lines.filter((line) => !listed.has(line.number)),
    links: lines.filter((line) => listed.has(line.number)).map((line) => ({ target: line.text, box: null })),
  }
}

function keepsColumns(lines: readonly RawLine[]): boolean {
  const withText = lines.filter((line) => line.text.trim() !== '')
  const withGap = withText.filter((line) => /\S {3,}\S/u.test(line.text))
  return withGap.length > withText.length * PLACED_SHARE
}

function dropControls(text: string): { text: string; dropped: number } {
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  const cleaned = text.replaceAll(/[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F\uFEFF\uFFFE\uFFFF]/gu, '')
  const bom = text.startsWith('\uFEFF') ? 1 : 0
  return { text: cleaned, dropped: text.length - cleaned.length - bom }
}

function controlNotice(count: number): ReaderNotice {
  return { kind: 'control-characters', page: null, words: `${count} control characters were dropped` }
}
