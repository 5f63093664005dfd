import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { StructureNode } from '../source/source-document.ts'

/** Deeper nodes are cut off: no report nests like this, damaged documents do. */
const DEEPEST = 200

/** Whether the document says that it is tagged. */
export async function isTagged(document: PDFDocumentProxy): Promise<boolean> {
  const info: unknown = await document.getMarkInfo()
  if (info instanceof Map) return info.get('Marked') === true
  return typeof info === 'object' && info !== null && 'Marked' in info && info.Marked === true
}

/** What the ids of a page's marked contents begin with in its structure tree: `p12R_mc`. */
export function markedContentPrefix(page: PDFPageProxy): string | null {
  const { ref } = page
  return ref === null ? null : `p${String(ref.num)}R${ref.gen === 0 ? '' : String(ref.gen)}_mc`
}

/** The part of the structure tree that touches the page; null where there is none. */
export async function readStructure(page: PDFPageProxy): Promise<StructureNode | null> {
  const tree: unknown = await page.getStructTree()
  return toNode(tree, 0)
}

function toNode(node: unknown, depth: number): StructureNode | null {
  if (typeof node !== 'object' || node === null || !('role' in node) || depth > DEEPEST) return null
  const children: unknown = 'children' in node ? node.children : null
  return {
    role: String(node.role),
    children: (Array.isArray(children) ? children : []).flatMap((child: unknown) => toChild(child, depth + 1)),
  }
}

function toChild(child: unknown, depth: number): StructureNode['children'] {
  const isContent = typeof child === 'object' && child !== null && 'type' in child && 'id' in child
  if (isContent) return child.type === 'content' ? [{ markedContent: String(child.id) }] : []
  const node = toNode(child, depth)
  return node === null ? [] : [node]
}
