import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { listOf } from './drawing.ts'
import type { OperatorList } from './interpret-operators.ts'
import { type PdfFont, toPdfFont } from './pdf-font.ts'
import { withinTurns } from './within-turns.ts'

/** Ids of what several pages share begin with this; of that kind only fonts matter here. */
const SHARED = 'g_'

/**
 * Fonts that the page's operators name, looked up by id.
 * @param dependency PDF.js's number of the operator that announces what later operators need
 * @param known fonts of earlier pages; those of this page are added
 */
export async function fontsOfPage(
  page: PDFPageProxy,
  list: OperatorList,
  dependency: number,
  known: Map<string, PdfFont>,
): Promise<(id: string) => PdfFont> {
  for (const [index, code] of list.fnArray.entries()) {
    if (code !== dependency) continue
    const [id] = listOf(list.argsArray[index])
    if (typeof id !== 'string' || !id.startsWith(SHARED) || known.has(id)) continue
    known.set(id, toPdfFont(await sharedObject(page, id)))
  }
  return (id) => known.get(id) ?? toPdfFont(null)
}

/** A font arrives a moment after the operators; one that never arrives is an unknown font. */
async function sharedObject(page: PDFPageProxy, id: string): Promise<unknown> {
  const { commonObjs } = page
  if (commonObjs.has(id)) return commonObjs.get(id) as unknown
  const arrival = new Promise<unknown>((resolve) => {
    commonObjs.get(id, resolve)
  })
  return withinTurns(arrival).catch(() => null)
}
