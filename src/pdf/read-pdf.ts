import { createHash } from 'node:crypto'
import type { OutlineEntry, SourceDocument, SourcePage } from '../source/source-document.ts'
import { DEFAULT_LIMITS, limitError, type Limits } from '../limits/limits.ts'
import { hasPdfHeader } from '../source/detect-kind.ts'
import { damaged, notAPdf, SourceError } from '../source/source-error.ts'
import { assembleDocument } from './assemble-document.ts'
import { collectWarnings } from './collect-warnings.ts'
import { operatorTable } from './interpret-operators.ts'
import { loadPdfjs } from './load-pdfjs.ts'
import { NoticeBoard } from './notice-board.ts'
import { type LinkAnnotations, placeLinks, readLinks, readPageLinks } from './read-links.ts'
import { readOutline } from './read-outline.ts'
import { type PageSetting, readPage } from './read-page.ts'
import { isTagged, readStructure } from './read-structure.ts'
import { type OpenDocument, withDocument } from './with-document.ts'

export interface ReadPdfOptions {
  /** Opens an encrypted document. */
  readonly password?: string | undefined
  /** Reads too what its owner does not allow to copy. */
  readonly ignoreRestrictions?: boolean | undefined
  readonly limits?: Pick<Limits, 'maxPages'>
  /** What is to be left out of what the text can do without, as `onExtra` names it. */
  readonly without?: readonly string[]
  /** Called where something begins that the text can do without, and with null where the text goes on. */
  readonly onExtra?: (name: string | null) => void
}

/** What is found of a document before its pages are read. */
export interface OpenedDocument {
  readonly total: number
  readonly tagged: boolean
}

/** Which pages a reader reads, and what becomes of them. */
export interface PageWork {
  /** Numbers of pages, ascending, in stretches; others may be left to other readers. */
  readonly stretches: (total: number) => Iterable<readonly number[]>
  readonly take: (page: SourcePage, total: number) => void
  readonly onOpened?: (opened: OpenedDocument) => void
  /** From the reader that opened the document first; what does not stand on its pages is left to it. */
  readonly opened?: OpenedDocument | undefined
}

/** What one reader has read, but for the pages. */
export interface ReadShare {
  readonly frame: Omit<SourceDocument, 'pages'>
  readonly total: number
  readonly hasText: boolean
}

/**
 * Reads a PDF: its text with the places of all characters, rulings, areas, picture boxes, links, bookmarks and, where
 * it is tagged, its structure. Writes nothing to the console; what may have cost content is in `notices`.
 *
 * @param options `onPage` is called after each page
 * @throws SourceError where the file is no PDF, damaged, encrypted, or has no pages or no text
 */
export async function readPdf(
  bytes: Uint8Array,
  options: ReadPdfOptions & { readonly onPage?: (done: number, total: number) => void } = {},
): Promise<SourceDocument> {
  const pages: SourcePage[] = []
  const take = (page: SourcePage, total: number): void => {
    pages.push(page)
    options.onPage?.(pages.length, total)
  }
  const { frame } = await readPages(bytes, options, { stretches: allStretches, take })
  return assembleDocument(frame, pages)
}

function* allStretches(total: number): Generator<readonly number[]> {
  for (let index = 0; index * STRETCH < total; index += 1) yield stretchAt(index, total)
}

/** Pages whose links are read at a time, and that one reader takes. */
const STRETCH = 16

/** Numbers of the pages of a stretch; none where all pages lie before it. */
export function stretchAt(index: number, total: number): readonly number[] {
  const before = index * STRETCH
  return Array.from({ length: Math.max(0, Math.min(STRETCH, total - before)) }, (_, place) => before + place + 1)
}

/**
 * Reads pages of a PDF.
 *
 * @throws SourceError as {@link readPdf}
 */
export async function readPages(bytes: Uint8Array, options: ReadPdfOptions, work: PageWork): Promise<ReadShare> {
  if (!hasPdfHeader(bytes)) throw notAPdf()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const board = new NoticeBoard(options)
  const collector = (words: string): void => {
    board.addWarning(words)
  }
  // What it says of its surroundings is no warning about the document.
  await loadPdfjs()
  return collectWarnings(collector, () =>
    withDocument(bytes, options.password, async (open) => {
      const opened = work.opened ?? (await lookAround(open, board, options))
      work.onOpened?.(opened)
      const hasText = await readEach(open, opened, board, work)
      const around = work.opened === undefined ? await readAround(open, board) : { title: null, outline: [] }
      return { frame: { kind: 'pdf', sha256, ...around, notices: board.notices }, total: opened.total, hasText }
    }),
  )
}

async function lookAround(open: OpenDocument, board: NoticeBoard, options: ReadPdfOptions): Promise<OpenedDocument> {
  const { document } = open
  const total = document.numPages
  if (!(total >= 1)) throw new SourceError('no-pages', 'The PDF has no pages.', 'Check that it is the right file.')
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  if (total > limits.maxPages) throw limitError('maxPages', limits)
  if (options.ignoreRestrictions !== true) await rejectRestricted(open)
  const tagged = await board.attempt('structure', false, () => isTagged(document))
  return { total, tagged }
}

/** @returns whether any of the pages has text */
async function readEach(
  open: OpenDocument,
  { total, tagged }: OpenedDocument,
  board: NoticeBoard,
  { stretches, take }: PageWork,
): Promise<boolean> {
  const { document, pdfjs } = open
  const setting: PageSetting = { pdfjs, table: operatorTable(pdfjs.OPS), fonts: new Map(), tagged }
  const failures: unknown[] = []
  let [seen, withText] = [0, 0]
  for (const stretch of firstPageApart(stretches(total))) {
    const links = await board.attemptQuietly('links', () => readLinks(document, pdfjs, stretch))
    for (const number of stretch) {
      board.page = number
      const page = await readWholePage(open, number, setting, links, board).catch((error: unknown) => {
        failures.push(error)
        board.add('page-failed', String(error))
        return emptyPage(number)
      })
      seen += 1
      if (hasText(page)) withText += 1
      take(page, total)
    }
    board.page = null
  }
  if (failures.length === total) throw damaged(failures[0])
  if (seen === total && withText === 0) throw noText(board)
  return withText > 0
}

/** Whoever waits for the first page does not wait for the links of those after it. */
function* firstPageApart(stretches: Iterable<readonly number[]>): Generator<readonly number[], void> {
  for (const stretch of stretches) {
    const [first, ...others] = stretch
    if (first !== 1 || others.length === 0) yield stretch
    else yield* [[first], others]
  }
}

async function readAround(open: OpenDocument, board: NoticeBoard): Promise<Pick<SourceDocument, 'title' | 'outline'>> {
  const outline = await board.attempt<readonly OutlineEntry[]>('outline', [], () => readOutline(open.document))
  return { outline, title: await board.attempt('metadata', null, () => readTitle(open)) }
}

/** Damage may be why no text was found; what the reader has said of it would be lost with the document. */
function noText({ notices }: NoticeBoard): SourceError {
  const scan = 'It is probably a scan: run OCR on it first (for example ocrmypdf) and give the result.'
  const [first] = notices.filter(({ kind }) => kind !== 'extra-failed')
  if (first === undefined) return new SourceError('no-text', 'The PDF has no text on any page.', scan)
  const message = `No text was found on any page of the PDF, and some of it cannot be read: ${first.words}`
  return new SourceError('no-text', message, `Open it in a PDF viewer and save it anew. Where it shows text: ${scan}`)
}

/** The owner may forbid to copy text (ISO 32000-1, table 22, bit 5); PDF.js leaves it to the program to heed that. */
async function rejectRestricted({ document, pdfjs }: OpenDocument): Promise<void> {
  const allowed: unknown = await document.getPermissions()
  if (!Array.isArray(allowed) || allowed.includes(pdfjs.PermissionFlag.COPY)) return
  const hint = 'If you have the right to, read it with --ignore-restrictions (ignoreRestrictions in the library).'
  throw new SourceError('restricted', 'Its owner does not allow to copy text from the PDF.', hint)
}

async function readWholePage(
  { document }: OpenDocument,
  number: number,
  setting: PageSetting,
  allLinks: LinkAnnotations | null,
  board: NoticeBoard,
): Promise<SourcePage> {
  const proxy = await document.getPage(number)
  try {
    const { page, matrix, lost } = await readPage(proxy, setting)
    board.addLost(lost)
    const structure = setting.tagged ? await board.attempt('structure', null, () => readStructure(proxy)) : null
    const links =
      allLinks === null
        ? await board.attempt('links', [], () => readPageLinks(proxy, setting.pdfjs))
        : (allLinks.get(number - 1) ?? [])
    return { ...page, links: placeLinks(links, matrix), structure }
  } finally {
    proxy.cleanup()
  }
}

async function readTitle({ document }: OpenDocument): Promise<string | null> {
  const { info } = await document.getMetadata()
  const title: unknown = 'Title' in info ? info.Title : null
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : null
}

/** Stands in for a page that cannot be read, so that the others keep their numbers. */
function emptyPage(number: number): SourcePage {
  const nothing = { items: [], rulings: [], fills: [], images: [], links: [], structure: null }
  return { number, width: 0, height: 0, rotation: 0, readingTurn: 0, layout: 'placed', ...nothing }
}

function hasText({ items }: SourcePage): boolean {
  return items.some(({ text }) => text.trim() !== '')
}
