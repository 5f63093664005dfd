import { explainPage, type LineExplanation } from '../../src/explain/explain-page.ts'
import { followTrails, type Trails } from '../../src/explain/trails.ts'
import { toResult } from '../../src/interpret.ts'
import { readReport, toLines } from '../../src/pipeline.ts'
import type { SourceDocument } from '../../src/source/source-document.ts'
import { rules, typedDocument } from '../layout/typed-page.ts'

/** A report of one city, drawn. */
export const PROFILE = [
  'Fokusbericht Senioren 2031 {20}',
  '~~~',
  '3 Auental {16}',
  '3.1 Daten und Fakten {13}',
  'Bevölkerungsentwicklung',
  'Bevölkerungsentwicklung | ohne deutsche Staatsangehörigkeit',
  '3.2 Organisation {13}',
  'Zuständigkeit in der Verwaltung',
  'Steuerung              Amt am Fluss',
  'der Seniorenhilfe',
  'Durchführung           Der Turmwart',
  'der Seniorenhilfe',
  'Trägerkooperationen',
  'Aufgabenverteilung     Alle tun alles',
  'zwischen Verwaltung',
  'und Träger',
  'Kooperationsgremien    Runde am Turm',
  '⋮',
  'Seite 2 von 3',
  '~~~',
  '3.3 Steuerung und Angebote der Seniorenhilfe {13}',
  'Ziele der Seniorenhilfe',
  'Alle sollen in Ruhe Tee trinken.',
  'Förderschwerpunkte der Seniorenhilfe',
  '▪ Türme',
  '▪ Tore',
  'Wirksame / Zukunftsweisende Angebote',
  '+---------+----------------------+---------------+',
  '│ Name    │ Beschreibung         │ Kontakt       │',
  '+---------+----------------------+---------------+',
  '│ Lesetee │ Vorlesen bei Tee und │ tee@a.example │',
  '│         │ Ge-                  │               │',
  '│         │ bäck                 │               │',
  '+---------+----------------------+---------------+',
  '│ Turmtag │ Alles steht offen    │ s. o.         │',
  '+---------+----------------------+---------------+',
]

/** What is known of a document's words. */
export function trailsOf(document: SourceDocument): Trails {
  const reading = readReport(toLines(document, rules.settings), rules)
  const result = toResult(document, reading, rules, { fileName: 'drawn.pdf', edition: undefined })
  return followTrails({ document, reading, rules, result })
}

/** The first line with a text on any page of a drawn report. */
export function explainDrawn(rows: readonly string[], text: string): LineExplanation {
  const trails = trailsOf({ ...typedDocument(rows), sha256: '0'.repeat(64) })
  const lines = [...trails.pages.keys()].flatMap((page) => explainPage(trails, page)?.lines ?? [])
  const line = lines.find((other) => other.text === text)
  if (line === undefined) throw new Error(`no line prints ${text}`)
  return line
}
