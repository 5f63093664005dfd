import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Box, Link } from '../source/source-document.ts'
import { boxOfCorners, roundBox } from './box.ts'
import type { Pdfjs } from './load-pdfjs.ts'
import { mapBox, type Matrix } from './matrix.ts'

/** A link annotation as it stands in the file. */
export interface LinkAnnotation {
  readonly target: string
  /** In PDF user space, one per line. */
  readonly boxes: readonly Box[]
}

/** The document's links by 0-based page. Links that lead nowhere outside the document are left out. */
export type LinkAnnotations = ReadonlyMap<number, readonly LinkAnnotation[]>

/** Corners in a quadrilateral: four points. */
const QUADRILATERAL = 8

/** Reads all link annotations of the document at once: much cheaper than all annotations of every page. */
export async function readLinks(document: PDFDocumentProxy, { AnnotationType }: Pdfjs): Promise<LinkAnnotations> {
  const annotations: unknown = await document.getAnnotationsByType(new Set([AnnotationType.LINK]), new Set())
  const links = new Map<number, LinkAnnotation[]>()
  if (!Array.isArray(annotations)) return links
  for (const annotation of annotations as readonly Readonly<Record<string, unknown>>[]) {
    const page = annotation['pageIndex']
    const target = [annotation['unsafeUrl'], annotation['url']].find(
      (url) => typeof url === 'string' && url.trim() !== '',
    )
    const boxes = annotationBoxes(numbersOf(annotation['rect']), numbersOf(annotation['quadPoints']))
    if (typeof page !== 'number' || typeof target !== 'string' || boxes.length === 0) continue
    const onPage = links.get(page) ?? []
    onPage.push({ target: target.trim(), boxes })
    links.set(page, onPage)
  }
  return links
}

/** Places a page's links on the page as displayed. */
export function placeLinks(annotations: readonly LinkAnnotation[], matrix: Matrix): readonly Link[] {
  return annotations.flatMap(({ target, boxes }) =>
    boxes.map((box) => ({ target, box: roundBox(mapBox(matrix, box)) })),
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
