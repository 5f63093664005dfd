import type { Box, SourcePage } from '../source/source-document.ts'

/**
 * A box of a page as it is read, in the frame of the page as a viewer shows it: points, origin at the top left. The two
 * differ where a page lies on its side and was turned to be read.
 */
export function displayedBox(box: Box, page: Pick<SourcePage, 'readingTurn' | 'width' | 'height'> | undefined): Box {
  if (page === undefined || page.readingTurn === 0) return box
  const { x0, y0, x1, y1 } = box
  const { width, height, readingTurn } = page
  switch (readingTurn) {
    case 90:
      return rounded({ x0: height - y1, y0: x0, x1: height - y0, y1: x1 })
    case 180:
      return rounded({ x0: width - x1, y0: height - y1, x1: width - x0, y1: height - y0 })
    case 270:
      return rounded({ x0: y0, y0: width - x1, x1: y1, y1: width - x0 })
  }
}

/** Differences of hundredths are hundredths. */
function rounded({ x0, y0, x1, y1 }: Box): Box {
  const round = (value: number): number => Math.round(value * 100) / 100
  return { x0: round(x0), y0: round(y0), x1: round(x1), y1: round(y1) }
}
