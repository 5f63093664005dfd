import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Box, Link } from '../source/source-document.ts'
import { boxOfCorners, isFiniteBox, roundBox } from './box.ts'
import type { Pdfjs } from './load-pdfjs.ts'
import { mapBox, type Matrix } from './matrix.ts'

/** A link annotation as it stands in the file. */
export interface LinkAnnotation {
  readonly target: string
  /** In PDF user space, one per line. */
  readonly boxes: readonly Box[]
}

/** Links by 0-based page. Those that lead nowhere outside the document are left out. */
export type LinkAnnotations = ReadonlyMap<number, readonly LinkAnnotation[]>

/** An annotation as PDF.js describes it. */
type AnnotationData = Readonly<Record<string, unknown>>

/** Corners in a quadrilateral: four points. */
const QUADRILATERAL = 8

/**
 * Reads the link annotations of some pages at once: much cheaper than all annotations of every page, but one page that
 * cannot be read takes the links of the others with it.
 *
 * @param numbers of the pages
 */
export async function readLinks(
  document: PDFDocumentProxy,
  { AnnotationType }: Pdfjs,
  numbers: readonly number[],
): Promise<LinkAnnotations> {
  const skipped = new Set(Array.from({ length: document.numPages }, (_, index) => index))
  for (const number of numbers) skipped.delete(number - 1)
  const annotations: unknown = await document.getAnnotationsByType(new Set([AnnotationType.LINK]), skipped)
  const links = new Map<number, LinkAnnotation[]>()
  for (const annotation of Array.isArray(annotations) ? (annotations as readonly AnnotationData[]) : []) {
    const page = annotation['pageIndex']
    if (typeof page !== 'number') continue
    links.set(page, [...(links.get(page) ?? []), ...toLink(annotation)])
  }
  return links
}

/** Reads the link annotations of one page. */
export async function readPageLinks(page: PDFPageProxy, { AnnotationType }: Pdfjs): Promise<readonly LinkAnnotation[]> {
  const annotations = (await page.getAnnotations()) as readonly AnnotationData[]
  return annotations.filter((annotation) => annotation['annotationType'] === AnnotationType.LINK).flatMap(toLink)
}

/** An annotation as a link, or nothing where it leads nowhere. */
function toLink(annotation: AnnotationData): readonly LinkAnnotation[] {
  // `url` is what PDF.js makes of the address and is missing where it does not trust it.
  const addresses = [annotation['unsafeUrl'], annotation['url']].filter((address) => typeof address === 'string')
  const target = addresses.map((address) => address.trim()).find((address) => address !== '')
  const boxes = annotationBoxes(numbersOf(annotation['rect']), numbersOf(annotation['quadPoints']))
  return target === undefined || boxes.length === 0 ? [] : [{ target, boxes }]
}

/** Places a page's links on the page as displayed. */
export function placeLinks(annotations: readonly LinkAnnotation[], matrix: Matrix): readonly Link[] {
  return annotations.flatMap(({ target, boxes }) =>
    boxes
      .map((box) => mapBox(matrix, box))
      .filter(isFiniteBox)
      .map((box) => ({ target, box: roundBox(box), listedAt: null })),
  )
}

function annotationBoxes(rectangle: readonly number[], quadrilaterals: readonly number[]): readonly Box[] {
  const boxes: Box[] = []
  for (let at = 0; at + QUADRILATERAL <= quadrilaterals.length; at += QUADRILATERAL) {
    const corners = quadrilaterals.slice(at, at + QUADRILATERAL)
    const xs = corners.filter((_, index) => index % 2 === 0)
    const ys = corners.filter((_, index) => index % 2 === 1)
    boxes.push({ x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) })
  }
  if (boxes.length > 0) return boxes
  const [ax, ay, bx, by] = rectangle
  if (ax === undefined || ay === undefined || bx === undefined || by === undefined) return []
  return [boxOfCorners(ax, ay, bx, by)]
}

function numbersOf(value: unknown): readonly number[] {
  if (!Array.isArray(value) && !(value instanceof Float32Array)) return []
  return Array.from<unknown>(value).filter((entry) => typeof entry === 'number')
}
