import { type LazyResult, prepare, toLazyResult, toResult, withPlaces } from '../interpret.ts'
import { type DocumentLines, readReport, toLines } from '../pipeline.ts'
import type { PdfFile } from '../pdf/draw-messages.ts'
import type { PageParcel } from '../pdf/page-parcel.ts'
import { loadRules, reportJsonSchema } from '../load-later.ts'
import { toJson } from '../report/to-json.ts'
import type { Rules } from '../rules/load-rules.ts'
import { readText } from '../text/read-text.ts'
import { answerTasks } from './answer-tasks.ts'
import { linesOfKept, receiveLines } from './receive-document.ts'
import { rehearse } from './rehearse.ts'
import { toFiles } from './to-files.ts'
import type { DocumentPlace, InterpretTask, Question, RulesPlace, Work } from './work.ts'

/*
 * Runs in a thread of its own: makes of documents what is asked for. What only some questions need is loaded for them.
 */

let known: Rules | null = null

answerTasks<InterpretTask, never, Work[keyof Work]['answer'] | string | null>(async (task) => {
  if (task.kind === 'prepare') return load(task.rules)
  if (known === null) throw new Error('the rules are to be loaded first')
  return task.kind === 'schema'
    ? schemaOf(known)
    : answer(await receive(task.place, known), known, task.question, fileAt(task.place))
}, partsOf)

const schemas = new WeakMap<Rules, Promise<string>>()

/** The schema of the reports that follow the rules; made once. */
function schemaOf(rules: Rules): Promise<string> {
  const known = schemas.get(rules) ?? reportJsonSchema(rules).then(toJson)
  schemas.set(rules, known)
  return known
}

/** Rules arrive as a copy each time, or are read each time; what was made of the first of them holds for all. */
async function load(place: RulesPlace): Promise<null> {
  const rules = 'rules' in place ? place.rules : await loadRules(place.folder)
  known = known?.sha256 === rules.sha256 ? known : rules
  prepare(known)
  return null
}

/** The characters are let go as soon as they are lines: nothing else may refer to them here. */
async function receive(place: DocumentPlace, rules: Rules): Promise<DocumentLines> {
  const { settings } = rules
  if ('bytes' in place) return toLines(readText(place.bytes, place.limits), settings)
  if ('kept' in place) return linesOfKept(place.kept, settings)
  // While nothing has arrived there is time for what is asked for next.
  setImmediate(() => void schemaOf(rules).catch(() => undefined))
  return receiveLines(place.delivery, settings, (pages) => setImmediate(rehearseOnce, pages, rules))
}

let isRehearsed = false

/** While the others are read there is time for what code and expressions cost when they are first used. */
function rehearseOnce(parcel: PageParcel, rules: Rules): void {
  if (isRehearsed) return
  isRehearsed = true
  try {
    rehearse(parcel, rules)
  } catch {
    // What is wrong with the document is said of all of it.
  }
}

/** Null for a text. */
function fileAt(place: DocumentPlace): PdfFile | null {
  return 'bytes' in place ? null : place.file
}

/** @param file null for a text */
async function answer(
  document: DocumentLines,
  rules: Rules,
  question: Question,
  file: PdfFile | null,
): Promise<Work[keyof Work]['answer']> {
  if (question.kind === 'extract') return withPlaces(await extract(document, rules, question, file))
  if (question.kind === 'files') return toFiles(await extract(document, rules, question, file))
  const reading = readReport(document, rules)
  if (question.kind === 'fit') {
    const { measureFit } = await import('../fit/measure-fit.ts')
    const { suggestEdits } = await import('../fit/suggest-edits.ts')
    const fit = measureFit(reading, rules)
    return { fit, suggestions: suggestEdits(fit.findings, rules) }
  }
  const { followTrails } = await import('../explain/trails.ts')
  const { frame } = document
  const trails = followTrails({ document: frame, reading, rules, result: toResult(frame, reading, rules, question) })
  if (question.kind === 'page') {
    const { explainPage, pageRange } = await import('../explain/explain-page.ts')
    return explainPage(trails, question.page) ?? { range: pageRange(trails) }
  }
  const { explainPointer } = await import('../explain/explain-pointer.ts')
  return explainPointer(trails, question.path)
}

async function extract(
  document: DocumentLines,
  rules: Rules,
  question: Work['extract']['question'],
  file: PdfFile | null,
): Promise<LazyResult> {
  const { ledger = false, figures = false, pages = false, corrections } = question
  const result =
    ledger || figures || pages
      ? await (await loadEvidence()).extractWithEvidence(document, file, rules, question, { ledger, figures, pages })
      : toLazyResult(document.frame, readReport(document, rules, question.runWords), rules, question)
  if (corrections === undefined) return result
  const { applyCorrections } = await import('../corrections/apply-corrections.ts')
  const { provenance, ...corrected } = applyCorrections(withPlaces(result), corrections, rules)
  return { ...corrected, places: () => Object.entries(provenance) }
}

/** Files are handed over, everything else is copied. */
function partsOf(result: Work[keyof Work]['answer'] | string | null): readonly ArrayBuffer[] {
  if (typeof result !== 'object' || result === null || !('files' in result)) return []
  return [...result.files.values()].flat().map(({ buffer }) => buffer)
}

function loadEvidence(): Promise<typeof import('../evidence/extract-with-evidence.ts')> {
  return import('../evidence/extract-with-evidence.ts')
}
