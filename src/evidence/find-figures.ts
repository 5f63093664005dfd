import { centredIn } from '../layout/box.ts'
import { displayedBox } from '../layout/displayed-box.ts'
import type { Line } from '../layout/line.ts'
import type { FigureField } from '../outline/read-fields.ts'
import type { Reading } from '../pipeline.ts'
import { entityIds } from '../report/assemble-report.ts'
import type { PageBox } from '../report/report.ts'
import type { Rules } from '../rules/load-rules.ts'
import type { Box, DocumentFrame } from '../source/source-document.ts'
import { figureRegion } from './figure-regions.ts'

/** A word that is printed in a figure. */
export interface WordOfFigure {
  readonly id: number
  readonly text: string
  readonly bbox: PageBox
}

/** A figure of the report. */
export interface FoundFigure {
  readonly field: FigureField
  /** JSON Pointer to it in the report. */
  readonly pointer: string
  /** Name for its picture, without extension: id of its entity and number within it. */
  readonly name: string
  /** Where it is drawn; null where nothing is. */
  readonly drawn: { readonly page: number; readonly bbox: PageBox; readonly words: readonly WordOfFigure[] } | null
}

/** All figures of a PDF that the report lists, in its order. */
export function findFigures(document: DocumentFrame, reading: Reading, rules: Rules): readonly FoundFigure[] {
  const ids = entityIds(reading.entities, rules)
  return reading.entities.flatMap(({ sections }, entity) => {
    const listed = sections.flatMap(({ fields }) =>
      fields.region.rule.parts.flatMap((part) => {
        if (part.kind !== 'figure') return []
        const shown = fields.figures.filter(({ caption }) => part.captions.includes(caption))
        const place = `/${rules.outline.entity.key}/${String(entity)}/${fields.region.rule.key}/${part.key}`
        const lines = fields.figures.flatMap((figure) => figure.lines)
        return shown.map((field, index) => ({ field, lines, pointer: `${place}/${String(index)}` }))
      }),
    )
    return listed.map(({ field, lines, pointer }, index) => ({
      field,
      pointer,
      name: `${ids[entity] ?? ''}-${String(index + 1)}`,
      drawn: drawnFigure(field, lines, document, reading),
    }))
  })
}

function drawnFigure(
  field: FigureField,
  lines: readonly Line[],
  document: DocumentFrame,
  reading: Reading,
): FoundFigure['drawn'] {
  const region = figureRegion(field, lines, document, reading)
  if (region === null) return null
  const { page } = region
  const toBox = (box: Box): PageBox => {
    const { x0, y0, x1, y1 } = displayedBox(box, page)
    return [round(x0), round(y0), round(x1), round(y1)]
  }
  const words = lines
    .filter((line) => line.page === page.number && centredIn(line.box, region.box))
    .flatMap((line) => line.words.map(({ id, text, box }) => ({ id, text, bbox: toBox(box) })))
  return { page: page.number, bbox: toBox(region.box), words }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
