import type { Finding } from '../diagnostics/diagnostic.ts'
import type { Reading } from '../pipeline.ts'
import { assembleEntities, type DrawnFigures } from '../report/assemble-report.ts'
import type { Rules } from '../rules/load-rules.ts'
import { drawAside } from '../pdf/draw-aside.ts'
import type { PdfFile, Picture } from '../pdf/draw-messages.ts'
import type { DocumentFrame } from '../source/source-document.ts'
import { leaf, type Traced, tracedList, tracedObject } from '../values/traced.ts'
import { findFigures, type FoundFigure } from './find-figures.ts'

/** A picture that belongs beside `report.json`. */
export interface FigureFile {
  /** Its name. */
  readonly file: string
  readonly png: Uint8Array
}

/** The pictures of a document's figures, and the reading that tells of them. */
export interface SavedFigures {
  readonly reading: Reading
  readonly files: readonly FigureFile[]
}

/**
 * Draws all figures of a document; what could not be drawn is a finding.
 *
 * @param file null for a text
 */
export async function saveFigures(
  document: DocumentFrame,
  file: PdfFile | null,
  reading: Reading,
  rules: Rules,
): Promise<SavedFigures> {
  if (file === null) return { reading: withFindings(reading, [notSaved('no-pages')]), files: [] }
  const figures = findFigures(document, reading, rules)
  const regions = figures.flatMap(({ drawn }) => drawn ?? [])
  const drawn = regions.length === 0 ? [] : await drawAside({ ...file, regions: regions.map(toRegion), format: 'png' })
  const pictures = drawn === 'no-package' ? [] : drawn
  const pictureOf = new Map(regions.map((region, index) => [region, pictures[index]]))
  const saved = figures.map((figure) => save(figure, figure.drawn === null ? undefined : pictureOf.get(figure.drawn)))
  const findings = [
    ...(drawn === 'no-package' ? [notSaved('no-package')] : []),
    ...saved.flatMap(({ finding }) => finding ?? []),
  ]
  const facts: DrawnFigures = new Map(saved.map(({ field, told }) => [field, told]))
  const traced = assembleEntities(reading.entities, rules, document.pages.length > 0, facts)
  return { reading: withFindings({ ...reading, traced }, findings), files: saved.flatMap(({ file }) => file ?? []) }
}

function toRegion({ page, bbox }: NonNullable<FoundFigure['drawn']>) {
  return { page, bbox }
}

interface Saved {
  readonly field: FoundFigure['field']
  /** What the report tells of the figure beside its caption. */
  readonly told: Readonly<Record<string, Traced>>
  readonly file: FigureFile | null
  readonly finding: Finding | null
}

/** @param picture undefined where none was drawn */
function save({ field, pointer, name, drawn }: FoundFigure, picture: Picture | undefined): Saved {
  if (drawn === null) {
    const finding = { ...notSaved('nothing-there', field.caption), page: field.label[0]?.page ?? null, pointer }
    return { field, told: {}, file: null, finding }
  }
  const { page, bbox, words } = drawn
  const file = picture !== undefined && 'image' in picture ? { file: `figure-${name}.png`, png: picture.image } : null
  const told = {
    page: leaf(page),
    bbox: leaf(bbox),
    ...(file === null ? {} : { file: leaf(file.file) }),
    words: tracedList(words.map((word) => tracedObject({ text: leaf(word.text, [word.id]), bbox: leaf(word.bbox) }))),
  }
  const failed = picture !== undefined && 'failure' in picture
  const finding = failed ? { ...notSaved('not-drawn', `${field.caption}: ${picture.failure}`), page, pointer } : null
  return { field, told, file, finding }
}

function notSaved(reason: 'no-package' | 'not-drawn' | 'nothing-there' | 'no-pages', words = ''): Finding {
  return { code: 'figure/not-saved', args: { reason, words }, page: null, pointer: null }
}

function withFindings(reading: Reading, findings: readonly Finding[]): Reading {
  return { ...reading, findings: [...reading.findings, ...findings] }
}
