import type { SourcePage, StructureNode } from '../source/source-document.ts'

/** Structure types whose content is one run of text (ISO 32000-2, 14.8.4): a paragraph, a heading, an item, a cell. */
const BLOCK = /^(?:P|H[1-6]?|LI|TH|TD|Caption|BlockQuote|Note|FENote|TOCI|Title)$/u

/** For each marked content of a tagged page the innermost block it stands in, by a key that is unique on the page. */
export function structureBlocks({ structure }: SourcePage): ReadonlyMap<string, string> {
  const blocks = new Map<string, string>()
  let count = 0
  const visit = (node: StructureNode, around: string | null): void => {
    const block = BLOCK.test(node.role) ? String((count += 1)) : around
    for (const child of node.children) {
      if ('role' in child) visit(child, block)
      else if (block !== null) blocks.set(child.markedContent, block)
    }
  }
  if (structure !== null) visit(structure, null)
  return blocks
}
