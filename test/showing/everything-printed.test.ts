import { readFileSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { createColors } from 'picocolors'
import { expect, test } from 'vitest'
import { EXIT } from '../../src/cli/exit-code.ts'
import { writeBaseline } from '../../src/cli/consent.ts'
import { Failure, formatFailure } from '../../src/cli/failure.ts'
import { formatFit } from '../../src/cli/format-fit.ts'
import { formatInspection } from '../../src/cli/format-inspection.ts'
import { formatOutcome } from '../../src/cli/format-outcome.ts'
import { formatPage } from '../../src/cli/format-page-explanation.ts'
import { formatPointer } from '../../src/cli/format-pointer-explanation.ts'
import { barProgress } from '../../src/cli/page-progress.ts'
import { diffReports } from '../../src/diff/diff-reports.ts'
import { FORMATS } from '../../src/diff/say/formats.ts'
import { explainPage } from '../../src/explain/explain-page.ts'
import { explainPointer } from '../../src/explain/explain-pointer.ts'
import { measureFit } from '../../src/fit/measure-fit.ts'
import { readPdf } from '../../src/pdf/read-pdf.ts'
import { readReport, toLines } from '../../src/pipeline.ts'
import { temporaryFolder } from '../cli/temporary-folder.ts'
import { CONTEXT } from '../diff/format-context.ts'
import { editionOf, NEXT, OLD, rules } from '../diff/read-editions.ts'
import { PROFILE, trailsOf } from '../explain/drawn-report.ts'
import { typedDocument } from '../layout/typed-page.ts'

fc.configureGlobal({ seed: 2_026 })

const STEERING = /[^\P{Cc}\n]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u
const plain = createColors(false)

const control = fc.oneof(
  fc.integer({ min: 0, max: 0x1f }),
  fc.integer({ min: 0x7f, max: 0x9f }),
  fc.constantFrom(0x61c, 0x200e, 0x2028, 0x202e, 0x2066, 0xd800, 0x5b),
)
/** `\u001b[2J` and the like. */
const hostile = fc.array(control, { minLength: 1, maxLength: 12 }).map((codes) => String.fromCharCode(...codes))

/** Strings by which the program chooses its words, and by which it finds things again. */
const CHOSEN =
  /^(?:severity|code|account|kind|role|by|why|action|evidence|sign|op|level|id|sha256|schemaVersion|cause|type)$/u

/** The value with the text put into each of its strings that may come from elsewhere. */
function poisoned<T>(value: T, text: string, key = ''): T {
  if (typeof value === 'string') return (CHOSEN.test(key) ? value : `${value}${text}${value}`) as T
  if (Array.isArray(value)) return value.map((entry: unknown) => poisoned(entry, text, key)) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, entry]: [string, unknown]) => [name, poisoned(entry, text, name)])
  return Object.fromEntries(entries) as T
}

function expectSafe(shown: (text: string) => string, numRuns = 50): void {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(shown(text)).not.toMatch(STEERING)
    }),
    { numRuns },
  )
}

const trails = trailsOf({ ...typedDocument(PROFILE), sha256: '0'.repeat(64) })
const document = await readPdf(
  readFileSync(new URL('../../fixtures/editions/musterstaedte-2026/source.pdf', import.meta.url)),
)
const [old, next] = await Promise.all([editionOf(OLD), editionOf(NEXT)])

test('failures', () => {
  expectSafe((text) => {
    const cause = new Error(text)
    const failure = new Failure({ exitCode: EXIT.input, what: text, why: [text, text], hint: text }, { cause })
    return formatFailure(failure, true)
  })
})

test('outcomes', () => {
  const diagnostic = {
    severity: 'warning',
    code: 'reader/notice',
    message: '',
    page: 1,
    pointer: '',
    args: {},
  } as const
  const summary = { entities: 1, entitiesLabel: '', sections: 1, records: 1, recordsLabel: '' }
  expectSafe((text) => {
    const result = poisoned({ summary, diagnostics: [diagnostic] }, text)
    return formatOutcome(text, text, result, 'everything', plain)
  })
})

test('faults of rules', () => {
  const problem = { file: '', line: 1, where: '', what: '' }
  const inspection = { folder: '', faults: [problem], warnings: [problem], counts: null }
  expectSafe((text) => formatInspection(poisoned(inspection, text)))
})

test('how a document fits', () => {
  const fit = measureFit(readReport(toLines(document, rules.settings), rules), rules)
  const suggestion = { file: '', op: 'add', path: '/a', value: [''], says: '' } as const
  expectSafe((text) => {
    const edits = [{ edit: poisoned(suggestion, text), file: text, line: 1 }]
    const { entity } = rules.outline
    const named = {
      ...rules,
      family: poisoned(rules.family, text),
      outline: { ...rules.outline, entity: { ...entity, singular: text } },
    }
    return formatFit({ input: text, fit: poisoned(fit, text), edits }, named, plain)
  })
})

test('explanations', () => {
  const page = explainPage(trails, 2)
  const value = explainPointer(trails, ['cities', '0', 'programme', 'offers', '0', 'description'])
  if (page === null || 'exists' in value) throw new Error('there is nothing to explain')
  expectSafe((text) => formatPage(poisoned(page, text), plain))
  expectSafe((text) => formatPointer(poisoned(value, text), plain))
})

test.each(Object.entries(FORMATS))('differences as %s', async (_, load) => {
  const format = await load()
  expectSafe((text) => {
    const diff = diffReports(poisoned(old, text), poisoned(next, `${text}x`), rules)
    const shown = format(diff, { ...CONTEXT, newFile: text })
    return typeof shown === 'string' ? shown : [...shown].join('')
  }, 8)
})

test('bars of progress hold names without what steers a terminal', () => {
  const cleared = (name: string): string => {
    const stream = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY: true as const, columns: 120 })
    const progress = barProgress(stream)
    const bar = progress.start(name)
    bar.onPage(1, 2)
    bar.end()
    progress.stop()
    return String(stream.read()).replaceAll(/\u001b\[\d*[A-Z]|\r/gu, '')
  }
  fc.assert(
    fc.property(hostile, (text) => {
      expect(cleared(text.replaceAll(/[[\r]/gu, ''))).not.toMatch(STEERING)
    }),
    { numRuns: 50 },
  )
})

test('the name of a baseline', async () => {
  const cwd = await temporaryFolder()
  const stderr = new PassThrough({ encoding: 'utf8' })
  const io = { stdin: process.stdin, stdout: stderr, stderr, today: '2027-01-31', cwd, env: {} }
  await writeBaseline({ stale: [], expired: [], accepted: new Map() }, [], '\u001b[2J\u009b\u202e.json', io)
  expect(stderr.read()).not.toMatch(STEERING)
})
