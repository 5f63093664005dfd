import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { OutlineEntry } from '../source/source-document.ts'

/** Entries after so many are left out: a table of contents that long belongs to no report. */
const MOST_ENTRIES = 2000
const DEEPEST = 32

/** Reads the bookmarks and the pages they point to. */
export async function readOutline(document: PDFDocumentProxy): Promise<readonly OutlineEntry[]> {
  const entries: unknown = await document.getOutline()
  const budget = { left: MOST_ENTRIES }
  return toEntries(document, entries, budget, 0)
}

async function toEntries(
  document: PDFDocumentProxy,
  entries: unknown,
  budget: { left: number },
  depth: number,
): Promise<readonly OutlineEntry[]> {
  if (!Array.isArray(entries) || depth > DEEPEST) return []
  const outline: OutlineEntry[] = []
  for (const entry of entries as readonly Readonly<Record<string, unknown>>[]) {
    if (budget.left <= 0) break
    budget.left -= 1
    const { title, dest, items } = entry
    const page = await targetPage(document, dest)
    outline.push({
      title: typeof title === 'string' ? title.trim() : '',
      page,
      children: await toEntries(document, items, budget, depth + 1),
    })
  }
  return outline
}

/** @param destination a name, or an array that begins with a page's reference or 0-based number */
async function targetPage(document: PDFDocumentProxy, destination: unknown): Promise<number | null> {
  try {
    const explicit: unknown = typeof destination === 'string' ? await document.getDestination(destination) : destination
    const target: unknown = Array.isArray(explicit) ? explicit[0] : null
    if (typeof target === 'number') return target + 1
    if (!isReference(target)) return null
    return (await document.getPageIndex(target)) + 1
  } catch {
    return null
  }
}

function isReference(value: unknown): value is { num: number; gen: number } {
  if (typeof value !== 'object' || value === null || !('num' in value) || !('gen' in value)) return false
  return typeof value.num === 'number' && typeof value.gen === 'number'
}
