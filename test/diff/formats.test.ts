import fc from 'fast-check'
import { createColors } from 'picocolors'
import { format } from 'prettier'
import { describe, expect, test } from 'vitest'
import { diffReports, type EditionDiff } from '../../src/diff/diff-reports.ts'
import { type Baseline, baselineFile } from '../../src/diff/judge/baseline.ts'
import { levelFile } from '../../src/diff/judge/level-file.ts'
import { formatGithub } from '../../src/diff/say/github.ts'
import { formatJson } from '../../src/diff/say/json.ts'
import { diffJsonSchema, diffSchema } from '../../src/diff/say/diff-schema.ts'
import { formatJunit } from '../../src/diff/say/junit.ts'
import { formatMarkdown } from '../../src/diff/say/markdown.ts'
import { formatSarif } from '../../src/diff/say/sarif.ts'
import { formatText } from '../../src/diff/say/text.ts'
import { toJson } from '../../src/report/to-json.ts'
import { CONTEXT } from './format-context.ts'
import { at, edited, editionOf, NEXT, OLD, paragraph, rules } from './read-editions.ts'

fc.configureGlobal({ seed: 2_026 })

const [old, next] = await Promise.all([editionOf(OLD), editionOf(NEXT)])
const diff = diffReports(old, next, rules)
const golden = (name: string): string => `../../fixtures/diff/${name}`

/** Text that would be markup, a command or a control sequence anywhere but in a text. */
const HOSTILE =
  'Rat <script>alert(1)</script> & "x" \'y\' `z` @rat | # *a* [b](c) %0A ::error::d \u001b[31m\u0007 \u202e ende'
const hostile = diffReports(
  old,
  edited(old, ({ cities }) => {
    at(cities, 0).programme.goals = paragraph(`${HOSTILE}\n::error::e`)
    at(cities, 0).name = HOSTILE
    Object.assign(at(at(cities, 1).programme.offers, 0), { name: HOSTILE, id: 'rat' })
  }),
  rules,
)

describe('the two editions of the fixtures', () => {
  test('as text', async () => {
    await expect(formatText(diff, CONTEXT)).toMatchFileSnapshot(golden('expected.txt'))
  })

  test('as Markdown', async () => {
    await expect(formatMarkdown(diff, CONTEXT)).toMatchFileSnapshot(golden('expected.md'))
  })

  test('as annotations, one line for each change', () => {
    const lines = formatGithub(diff, CONTEXT).trimEnd().split('\n')
    expect(lines).toHaveLength(diff.changes.length + 1)
    for (const line of lines.slice(0, -1)) {
      expect(line).toMatch(/^::(?:error|warning|notice) file=new\/report\.json,line=7,title=[^:,\n]+::[^\n]+$/u)
    }
    expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(3)
  })

  test('as JUnit, with a failure for each change that fails', () => {
    const xml = formatJunit(diff, CONTEXT)
    expect(xml.match(/<testcase /gu)).toHaveLength(diff.changes.length)
    expect(xml.match(/<failure /gu)).toHaveLength(3)
    expect(formatJunit(diff, { ...CONTEXT, failOn: null })).not.toContain('<failure')
  })

  test('as SARIF, each result with its rule', () => {
    const { version, runs } = JSON.parse(formatSarif(diff, CONTEXT)) as {
      version: string
      runs: { tool: { driver: { rules: { id: string }[] } }; results: Record<string, unknown>[] }[]
    }
    expect(version).toBe('2.1.0')
    const run = at(runs, 0)
    expect(run.results).toHaveLength(diff.changes.length)
    for (const { ruleId, ruleIndex, level } of run.results) {
      expect(at(run.tool.driver.rules, Number(ruleIndex)).id).toBe(ruleId)
      expect(['error', 'warning', 'note', 'none']).toContain(level)
    }
  })
})

describe('what a text holds is shown as text', () => {
  test('on a terminal', () => {
    const plain = formatText(hostile, CONTEXT)
    expect(plain).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/u)
    expect(plain).toContain('<U+001B>[31m')
    // Painted, the only control sequences are the program's own.
    const painted = formatText(hostile, { ...CONTEXT, colors: createColors(true) })
    expect(painted.replaceAll(/\u001b\[\d+m/gu, '')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/u)
  })

  test('in Markdown', () => {
    const said = formatMarkdown(hostile, CONTEXT)
    expect(said).not.toMatch(/<script|[@|][a-z]|\]\(|\u001b|\u202e/u)
    expect(said).toContain('&lt;script&gt;')
  })

  test('in annotations', () => {
    const lines = formatGithub(hostile, CONTEXT).trimEnd().split('\n')
    expect(lines).toHaveLength(hostile.changes.length + 1)
    expect(lines.filter((line) => line.startsWith('::error'))).toEqual([])
    expect(lines.join('\n')).toContain('%250A')
  })

  test('in JUnit', () => {
    const xml = formatJunit(hostile, CONTEXT)
    expect(xml).not.toMatch(/[\u0000-\u0008\v\f\u000e-\u001f]/u)
    // What is left without tags and their quoted attributes holds no more signs of markup.
    const texts = xml.replaceAll(/<[/?a-z][a-zA-Z-]*(?: [a-z]+="[^"<>]*")*\s*[/?]?>/gu, '')
    expect(texts).not.toMatch(/[<>]/u)
    expect(texts).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39|#8238);)/u)
  })
})

test('Markdown keeps to its limit, and counts what it leaves out', () => {
  const whole = formatMarkdown(diff, { ...CONTEXT, maxLength: null })
  const head = whole.indexOf('\n### ')
  fc.assert(
    fc.property(fc.integer({ min: head + 100, max: whole.length + 100 }), (maxLength) => {
      const said = formatMarkdown(diff, { ...CONTEXT, maxLength })
      expect(said.length).toBeLessThanOrEqual(maxLength)
      const [, left = '0'] = /… and (\d+) changes? more/u.exec(said) ?? []
      expect((said.match(/^- \*\*(?:breaking|suspicious|content|cosmetic)/gmu) ?? []).length + Number(left)).toBe(
        diff.changes.length,
      )
    }),
    { numRuns: 60 },
  )
})

describe('JSON', () => {
  test('the schema is the committed one', async () => {
    const json = await format(toJson(diffJsonSchema(rules)), { parser: 'json', printWidth: 120 })
    await expect(json).toMatchFileSnapshot('diff.schema.json')
  })

  test('hostile texts are of the schema, and come back as they were', () => {
    const json = JSON.parse([...formatJson(hostile, CONTEXT)].join('')) as { changes: { after: unknown }[] }
    expect(diffSchema(rules).safeParse(json).error).toBeUndefined()
    expect(json.changes.some(({ after }) => after === HOSTILE)).toBe(true)
  })

  test('the same comparison gives the same bytes', () =>
    expect([...formatJson(diffReports(old, next, rules), CONTEXT)].join('')).toBe(
      [...formatJson(diff, CONTEXT)].join(''),
    ))
})

describe('levels of one’s own', () => {
  const levels = levelFile.parse({
    levels: [
      { path: 'cities/*/name', level: 'cosmetic', why: 'Titles come and go.' },
      { path: 'cities/auenfurt/**', kind: 'added', level: 'breaking', why: 'Auenfurt is watched.' },
    ],
  })

  test('the first that matches decides, and is told', () => {
    const { changes } = diffReports(old, next, rules, { levels })
    const given = changes.filter(({ why }) => why !== null)
    expect(given.map(({ path, level }) => [path, level])).toEqual([
      ['cities/auenfurt/programme/offers/begegnung-auf-raedern/contact', 'breaking'],
      ['cities/auenfurt/programme/offers/werkstatt-der-geschichten', 'breaking'],
      ['cities/sielmuende/name', 'cosmetic'],
      ['cities/stoerwerder/name', 'cosmetic'],
    ])
    expect(formatText(diffReports(old, next, rules, { levels }), CONTEXT)).toContain('level set: Titles come and go.')
  })

  test('a level does not change the fingerprint', () => {
    const prints = ({ changes }: EditionDiff) => changes.map(({ fingerprint }) => fingerprint)
    expect(prints(diffReports(old, next, rules, { levels }))).toEqual(prints(diff))
  })
})

describe('a baseline', () => {
  const acceptance = (fingerprint: string, expires?: string) => ({
    fingerprint,
    kind: 'changed',
    path: 'x',
    reason: 'Seen.',
    author: 'Ada',
    ...(expires === undefined ? {} : { expires }),
  })
  const baseline = (...accepted: object[]): Baseline => baselineFile.parse({ version: 1, accepted })
  const { fingerprint } = at(diff.changes, 3)

  test('an accepted change is open no more', () => {
    const reviewed = diffReports(old, next, rules, { baseline: baseline(acceptance(fingerprint)), today: '2028-01-01' })
    expect(reviewed.changes.filter(({ accepted }) => accepted !== null).map((change) => change.fingerprint)).toEqual([
      fingerprint,
    ])
    expect(formatText(reviewed, CONTEXT)).toContain('1 accepted')
    expect(formatMarkdown(reviewed, CONTEXT).match(/^- \*\*/gmu)).toHaveLength(diff.changes.length - 1)
  })

  test('an entry whose day is over accepts nothing', () => {
    const entry = baseline(acceptance(fingerprint, '2027-12-31'))
    expect(diffReports(old, next, rules, { baseline: entry, today: '2027-12-31' }).reviewed.expired).toEqual([])
    const over = diffReports(old, next, rules, { baseline: entry, today: '2028-01-01' })
    expect(over.reviewed.expired).toEqual(entry.accepted)
    expect(over.changes.every(({ accepted }) => accepted === null)).toBe(true)
    expect(formatText(over, CONTEXT)).toContain('The baseline accepted a change until 2027-12-31')
  })

  test('an entry of no change is stale', () => {
    const entry = baseline(acceptance('0123456789abcdef'))
    const reviewed = diffReports(old, next, rules, { baseline: entry, today: '2028-01-01' })
    expect(reviewed.reviewed.stale).toEqual(entry.accepted)
    expect(formatText(reviewed, CONTEXT)).toContain('not there any more')
  })
})
