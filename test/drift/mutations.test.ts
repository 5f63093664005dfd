import { describe, expect, test } from 'vitest'
import { loadContent } from '../../fixtures/typeset/content.ts'
import type { FamilyReport } from '../../rules/stadtprofile/report.generated.ts'
import { toLines } from '../../src/pipeline.ts'
import { interpret } from '../../src/interpret.ts'
import type { SourceDocument } from '../../src/source/source-document.ts'
import { rules } from '../layout/typed-page.ts'
import { found, wanted } from './compare.ts'
import { drawFrom } from './draw.ts'
import { canBeDumped, editionOf, readAsDump, readAsPdf } from './edition.ts'
import { right } from './expected.ts'
import { MUTATIONS } from './mutations.ts'

const folder = new URL('../../fixtures/editions/musterstaedte-2026/', import.meta.url)
const CITIES = ['sielmuende', 'auenfurt', 'stoerwerder', 'rabenfurth-am-see']
const edition = editionOf(await loadContent(folder), CITIES)

/** Each edit as one or the other draw has it; the other one where there is something to draw. */
const casesOf = (turn: 0 | 1) =>
  MUTATIONS.flatMap(({ name, apply }) => {
    const draw = drawFrom(name, turn)
    const mutation = apply(edition, draw)
    return turn === 0 || draw.isUsed() ? [[turn === 0 ? name : `${name} (elsewhere)`, mutation] as const] : []
  })

test('there are at least thirty edits, each with a name of its own', () => {
  expect(new Set(MUTATIONS.map(({ name }) => name)).size).toBe(MUTATIONS.length)
  expect(MUTATIONS.length).toBeGreaterThanOrEqual(30)
})

describe('in a PDF', () => {
  test('without an edit all is right', async () => {
    const { expected } = right(edition)
    expect(found(reportOf(await readAsPdf(edition)), expected)).toEqual(wanted(expected))
  })

  test.for([...casesOf(0), ...casesOf(1)])('%s', async ([, { edition, expected }]) => {
    expect(found(reportOf(await readAsPdf(edition)), expected)).toEqual(wanted(expected))
  })
})

describe('in a dump', () => {
  test('without an edit all is right', () => {
    const { expected } = right(edition)
    expect(found(reportOf(readAsDump(edition)), expected)).toEqual(wanted(expected))
  })

  const cases = casesOf(0).filter(([, { edition }]) => canBeDumped(edition))
  test.for(cases)('%s', ([, { edition, expected, inDump = expected }]) => {
    expect(found(reportOf(readAsDump(edition)), inDump)).toEqual(wanted(inDump))
  })
})

function reportOf(document: SourceDocument): FamilyReport {
  const known = { fileName: 'edition', edition: undefined, runWords: undefined }
  return interpret(toLines(document, rules.settings), rules, known).report as unknown as FamilyReport
}
