import type { Box } from '../source/source-document.ts'

/** The smallest box around the given ones; a point at the origin where there are none. */
export function boxOf(boxes: readonly Box[]): Box {
  const [first] = boxes
  if (first === undefined) return { x0: 0, y0: 0, x1: 0, y1: 0 }
  let { x0, y0, x1, y1 } = first
  for (const box of boxes) {
    x0 = Math.min(x0, box.x0)
    y0 = Math.min(y0, box.y0)
    x1 = Math.max(x1, box.x1)
    y1 = Math.max(y1, box.y1)
  }
  return { x0, y0, x1, y1 }
}

/** Share of the first box's area that the second covers, 0 to 1; by length where the first is flat. */
export function overlapShare(box: Box, cover: Box): number {
  const width = Math.min(box.x1, cover.x1) - Math.max(box.x0, cover.x0)
  const height = Math.min(box.y1, cover.y1) - Math.max(box.y0, cover.y0)
  if (width < 0 || height < 0) return 0
  const share = (part: number, whole: number) => (whole <= 0 ? 1 : part / whole)
  return share(width, box.x1 - box.x0) * share(height, box.y1 - box.y0)
}

/** Whether the middle of the first box lies inside the second. */
export function centredIn(box: Box, area: Box): boolean {
  const x = (box.x0 + box.x1) / 2
  const y = (box.y0 + box.y1) / 2
  return x >= area.x0 && x <= area.x1 && y >= area.y0 && y <= area.y1
}
