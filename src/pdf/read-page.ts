import type { PageViewport, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Box, SourcePage, TextItem } from '../source/source-document.ts'
import { intersectBoxes, isFiniteBox, roundBox, toHundredths } from './box.ts'
import type { Drawing, DrawnRuling } from './drawing.ts'
import { type DrawnItem, dropHiddenCopies } from './drop-hidden-copies.ts'
import { dropTextDecorations } from './drop-text-decorations.ts'
import { interpretOperators, type OperatorTable } from './interpret-operators.ts'
import type { Pdfjs } from './load-pdfjs.ts'
import { IDENTITY, type Matrix, toMatrix } from './matrix.ts'
import type { PdfFont } from './pdf-font.ts'
import { fontsOfPage } from './fonts-of-page.ts'
import { readingTurn } from './reading-turn.ts'
import { countUnpairedSurrogates } from './glyph-text.ts'
import { toTextItem } from './to-text-item.ts'
import { markedContentPrefix } from './read-structure.ts'

/** What does not change from page to page. */
export interface PageSetting {
  readonly pdfjs: Pdfjs
  readonly table: OperatorTable
  /** Fonts by PDF.js's id; grows as pages bring new ones. */
  readonly fonts: Map<string, PdfFont>
  readonly tagged: boolean
}

export interface ReadPage {
  readonly page: Omit<SourcePage, 'links' | 'structure'>
  /** From PDF user space to the page as displayed. */
  readonly matrix: Matrix
  readonly lost: LostCharacters
}

/** How many characters of a page are not in its text as the document has them. */
export interface LostCharacters {
  /** Left out: control characters. */
  readonly control: number
  /** In the text as U+FFFD: their font does not say what they are. */
  readonly unknown: number
  /** Left out: their place cannot be computed. */
  readonly placeless: number
  /** Half of a character, in the text as U+FFFD. */
  readonly halves: number
}

/** Reads text, rulings, areas and picture boxes of a page in one pass over its operators. */
export async function readPage(page: PDFPageProxy, setting: PageSetting): Promise<ReadPage> {
  const { pdfjs, table, fonts, tagged } = setting
  const list = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.DISABLE })
  const fontOf = await fontsOfPage(page, list, pdfjs.OPS.dependency, fonts)
  const prefix = tagged ? markedContentPrefix(page) : null
  const drawn = (rotation: number): DrawnPage => {
    const viewport = page.getViewport({ scale: 1, rotation })
    const matrix = toMatrix(viewport.transform) ?? IDENTITY
    const frame = { x0: 0, y0: 0, x1: viewport.width, y1: viewport.height }
    const setUp = { matrix, page: frame, fontOf, markedContentPrefix: prefix }
    return { viewport, matrix, frame, drawing: interpretOperators(list, table, setUp) }
  }
  const displayed = drawn(page.rotate)
  const turn = readingTurn(displayed.drawing.runs)
  const { viewport, matrix, frame, drawing } = turn === 0 ? displayed : drawn((page.rotate + 360 - turn) % 360)
  const size = { width: toHundredths(viewport.width), height: toHundredths(viewport.height) }
  const rotation = quarterTurn(viewport.rotation)
  const { items, lost } = textItems(drawing, frame)
  return {
    page: {
      number: page.pageNumber,
      ...size,
      rotation,
      readingTurn: turn,
      layout: 'placed',
      items,
      ...ink(drawing, items),
    },
    matrix,
    lost,
  }
}

/** A page's operators carried out with the page turned one way. */
interface DrawnPage {
  readonly viewport: PageViewport
  readonly matrix: Matrix
  readonly frame: Box
  readonly drawing: Drawing
}

function textItems(
  { runs, controlCharacters, unknownCharacters, placelessCharacters }: Drawing,
  frame: Box,
): { readonly items: readonly TextItem[]; readonly lost: LostCharacters } {
  const drawn: DrawnItem[] = []
  let [placeless, halves] = [placelessCharacters, 0]
  for (const run of runs) {
    const item = toTextItem(run)
    halves += countUnpairedSurrogates(run.text)
    if (!isPlaced(item)) placeless += item.text.length
    else if (intersectBoxes(item.box, frame) !== null) drawn.push({ item, hidden: run.pen.hidden })
  }
  const lost = { control: controlCharacters, unknown: unknownCharacters, placeless, halves }
  return { items: dropHiddenCopies(drawn), lost }
}

/** Numbers beyond what can be added up come of damaged matrices and of pages made to harm. */
function isPlaced({ box, baseline, size, edges }: TextItem): boolean {
  return isFiniteBox(box) && Number.isFinite(baseline) && Number.isFinite(size) && edges.every(Number.isFinite)
}

function ink(drawing: Drawing, items: readonly TextItem[]): Pick<SourcePage, 'rulings' | 'fills' | 'images'> {
  const seen = drawing.rulings.filter(({ box, thickness }) => isFiniteBox(box) && Number.isFinite(thickness))
  const rulings = dropTextDecorations(seen, items).filter((ruling) => isSeen(ruling, drawing))
  return {
    rulings: rulings.map(({ direction, box, thickness }) => ({
      direction,
      box: roundBox(box),
      thickness: toHundredths(thickness),
    })),
    fills: drawing.fills
      .filter(({ box }) => isFiniteBox(box))
      .map(({ box, colour }) => ({ box: roundBox(box), colour })),
    images: drawing.images.filter(isFiniteBox).map(roundBox),
  }
}

/** A white line shows only on a coloured area. */
function isSeen({ colour, box }: DrawnRuling, { fills }: Drawing): boolean {
  return colour !== '#ffffff' || fills.some((fill) => intersectBoxes(fill.box, box) !== null)
}

function quarterTurn(degrees: number): SourcePage['rotation'] {
  const turns = [0, 90, 180, 270] as const
  return turns.find((turn) => turn === degrees) ?? 0
}
