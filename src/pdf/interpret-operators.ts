import { contentOperators } from './content-operators.ts'
import { type Drawing, type DrawingSetting, listOf, type Operator, type Operators, startDrawing } from './drawing.ts'
import { addImageBox, imageOperators } from './image-operators.ts'
import { pathOperators } from './path-operators.ts'
import { stateOperators } from './state-operators.ts'
import { textOperators } from './text-operators.ts'

/** Operators by PDF.js's numbers. */
export interface OperatorTable {
  /** Those that only set up later ones. */
  readonly state: readonly (Operator | undefined)[]
  /** Those that may leave ink; they rest inside soft masks. */
  readonly ink: readonly (Operator | undefined)[]
}

/** The operators of a page, as PDF.js lists them. */
export interface OperatorList {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** @param codes `OPS` of PDF.js */
export function operatorTable(codes: Readonly<Record<string, number>>): OperatorTable {
  const byCode = (operators: Operators): readonly (Operator | undefined)[] => {
    const table: (Operator | undefined)[] = []
    for (const [name, operator] of Object.entries(operators)) {
      const code = codes[name]
      if (code !== undefined) table[code] = operator
    }
    return table
  }
  return {
    state: byCode({ ...stateOperators, ...contentOperators }),
    ink: byCode({ ...textOperators, ...imageOperators, ...pathOperators(codes) }),
  }
}

/** Carries out a page's operators, in order, and gives what they drew. */
export function interpretOperators(list: OperatorList, table: OperatorTable, setting: DrawingSetting): Drawing {
  const drawing = startDrawing(setting)
  const { fnArray, argsArray } = list
  for (let index = 0; index < fnArray.length; index += 1) {
    const code = fnArray[index] ?? -1
    const operator = table.state[code] ?? (drawing.maskDepth === 0 ? table.ink[code] : undefined)
    if (operator === undefined) continue
    operator(drawing, listOf(argsArray[index]))
  }
  if (drawing.state.placedOnly) addImageBox(drawing)
  return drawing
}
