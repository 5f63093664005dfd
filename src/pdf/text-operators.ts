import { type Drawing, numberOf, type Operators } from './drawing.ts'
import { type GraphicsState, initialPosition } from './graphics-state.ts'
import { toMatrix, translate } from './matrix.ts'
import type { PdfFont } from './pdf-font.ts'
import { showText } from './show-text.ts'

/** Operators between `BT` and `ET`. PDF.js turns the other show operators into `nextLine` and `showText`. */
export const textOperators: Operators = {
  beginText: (drawing) => {
    drawing.position = initialPosition()
  },
  setCharSpacing: ({ state }, [spacing]) => {
    state.charSpacing = numberOf(spacing)
  },
  setWordSpacing: ({ state }, [spacing]) => {
    state.wordSpacing = numberOf(spacing)
  },
  setHScale: ({ state }, [percent]) => {
    state.horizontalScale = numberOf(percent, 100) / 100
  },
  setLeading: ({ state }, [leading]) => {
    state.leading = numberOf(leading)
  },
  setTextRise: ({ state }, [rise]) => {
    state.rise = numberOf(rise)
  },
  setTextRenderingMode: ({ state }, [mode]) => {
    state.renderingMode = numberOf(mode)
  },
  setFont: ({ state, fontOf }, args) => {
    setFont(state, fontOf, args)
  },
  setTextMatrix: ({ position }, [operand]) => {
    const matrix = toMatrix(operand)
    if (matrix === null) return
    position.matrix = matrix
    position.lineMatrix = matrix
  },
  moveText: (drawing, [x, y]) => {
    moveLine(drawing, numberOf(x), numberOf(y))
  },
  setLeadingMoveText: (drawing, [x, y]) => {
    drawing.state.leading = -numberOf(y)
    moveLine(drawing, numberOf(x), numberOf(y))
  },
  nextLine: (drawing) => {
    moveLine(drawing, 0, -drawing.state.leading)
  },
  showText,
}

/** @param operands id of the font and size, as of `Tf` or of an extended graphics state */
export function setFont(state: GraphicsState, fontOf: (id: string) => PdfFont, [id, size]: readonly unknown[]): void {
  if (typeof id === 'string') state.font = fontOf(id)
  state.fontSize = numberOf(size)
}

function moveLine({ position }: Drawing, x: number, y: number): void {
  position.lineMatrix = translate(position.lineMatrix, x, y)
  position.matrix = position.lineMatrix
}
