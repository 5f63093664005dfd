import { intersectBoxes, nothingIn } from './box.ts'
import { type Drawing, listOf, type Operators } from './drawing.ts'
import { scaleOf } from './matrix.ts'
import { fillPath, strokePath } from './path-to-rulings.ts'
import { type Subpath, tracePath } from './trace-path.ts'

/** @param codes PDF.js's numbers of the operators that end a path */
export function pathOperators(codes: Readonly<Record<string, number>>): Operators {
  const among = (...names: readonly string[]): ReadonlySet<unknown> => new Set(names.map((name) => codes[name]))
  const strokes = among('stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke')
  const fills = among('fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke')
  return {
    clip: awaitClip,
    eoClip: awaitClip,
    constructPath: (drawing, [ending, data]) => {
      const [commands] = listOf(data)
      const subpaths = commands instanceof Float32Array ? tracePath(commands, drawing.state.matrix) : []
      if (fills.has(ending)) fill(drawing, subpaths)
      if (strokes.has(ending)) stroke(drawing, subpaths)
      if (drawing.clipPending) clip(drawing, subpaths)
      drawing.clipPending = false
    },
  }
}

function awaitClip(drawing: Drawing): void {
  drawing.clipPending = true
}

function fill({ state, fills, rulings }: Drawing, subpaths: readonly Subpath[]): void {
  state.placedOnly = false
  if (state.fillColour === null || state.fillOpacity === 0) return
  const drawn = fillPath(subpaths, state.fillColour, state.clip)
  rulings.push(...drawn.rulings)
  fills.push(...drawn.fills)
}

function stroke({ state, rulings }: Drawing, subpaths: readonly Subpath[]): void {
  state.placedOnly = false
  if (state.strokeColour === null || state.strokeOpacity === 0) return
  const thickness = state.lineWidth * scaleOf(state.matrix)
  rulings.push(...strokePath(subpaths, thickness, state.strokeColour, state.clip))
}

/** The clip is kept as a box: the one around all of the path. */
function clip({ state }: Drawing, subpaths: readonly Subpath[]): void {
  const boxes = subpaths.map(({ box }) => box)
  const around = {
    x0: Math.min(...boxes.map(({ x0 }) => x0)),
    y0: Math.min(...boxes.map(({ y0 }) => y0)),
    x1: Math.max(...boxes.map(({ x1 }) => x1)),
    y1: Math.max(...boxes.map(({ y1 }) => y1)),
  }
  state.clip = (boxes.length > 0 ? intersectBoxes(state.clip, around) : null) ?? nothingIn(state.clip)
}
