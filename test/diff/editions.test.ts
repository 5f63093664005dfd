import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { KNOWN_EDITS, type KnownChange } from '../../fixtures/diff/known-changes.ts'
import { nextEdition } from '../../fixtures/diff/next-edition.ts'
import { loadContent } from '../../fixtures/typeset/content.ts'
import { renderPdf } from '../../fixtures/typeset/render-pdf.ts'
import { MAIN_RENDERING, OTHER_RENDERINGS } from '../../fixtures/typeset/rendering.ts'
import { diffReports, type PlacedChange } from '../../src/diff/diff-reports.ts'
import { formatJson } from '../../src/diff/say/json.ts'
import { diffSchema } from '../../src/diff/say/diff-schema.ts'
import { LEVELS } from '../../src/rules/levels.ts'
import { CONTEXT } from './format-context.ts'
import { editionOf, NEXT, OLD, rules } from './read-editions.ts'

const [old, next] = await Promise.all([editionOf(OLD), editionOf(NEXT)])
const KNOWN = KNOWN_EDITS.flatMap(({ tells }) => tells)

/** Both paths where they differ. */
function shown({ kind, level, path, old: from }: Pick<KnownChange, 'kind' | 'level' | 'path' | 'old'>): string {
  return `${level} ${kind} ${path}${from === undefined || from === path ? '' : ` (was ${from})`}`
}

function told({ old: from, ...change }: PlacedChange): string {
  return shown({ ...change, ...(from === null ? {} : { old: from.path }) })
}

test('the committed PDF is the edition after all edits, byte for byte', async () => {
  const content = nextEdition(
    await loadContent(new URL('../../fixtures/editions/musterstaedte-2026/', import.meta.url)),
  )
  const pdf = renderPdf(content, OTHER_RENDERINGS['dense'] ?? MAIN_RENDERING)
  expect(pdf.equals(readFileSync(new URL(`../../fixtures/${NEXT}`, import.meta.url)))).toBe(true)
})

test('the edits are many, of every kind and level', () => {
  expect(KNOWN.length).toBeGreaterThanOrEqual(40)
  expect([...new Set(KNOWN.map(({ kind }) => kind))].sort()).toEqual([
    'added',
    'changed',
    'moved',
    'removed',
    'renamed',
  ])
  expect([...new Set(KNOWN.map(({ level }) => level))].sort()).toEqual([...LEVELS].sort())
})

test('each change is told once, and nothing else', () => {
  const { changes, findings } = diffReports(old, next, rules)
  expect(changes.map(told).sort()).toEqual(KNOWN.map(shown).sort())
  expect(findings).toEqual([])
})

test('every change has its places, and a fingerprint of its own', () => {
  const { changes } = diffReports(old, next, rules)
  const unplaced = changes.flatMap((change) => [change.old, change.new]).filter((spot) => spot?.page === null)
  expect(unplaced).toEqual([])
  expect(new Set(changes.map(({ fingerprint }) => fingerprint)).size).toBe(changes.length)
})

test.each([NEXT, OLD])('%s does not differ from itself', async (path) => {
  const edition = path === OLD ? old : next
  expect(diffReports(edition, await editionOf(path), rules).changes).toEqual([])
})

test.each(['editions/musterstaedte-2026/source.txt', 'renderings/musterstaedte-2026/landscape.pdf'])(
  '%s is the same edition set otherwise: nothing changed',
  async (path) => {
    const other = await editionOf(path)
    const { changes, cause } = diffReports(old, other, rules)
    expect(changes).toEqual([])
    expect(cause).toMatchObject({ cause: 'source', isSourceSame: false })
  },
)

const MIRRORED: Readonly<Record<string, string>> = { added: 'removed', removed: 'added' }

test('the other way round everything is told the other way round', () => {
  const forth = diffReports(old, next, rules).changes.map(({ kind, old: from, new: to, before, after }) => ({
    kind: MIRRORED[kind] ?? kind,
    old: to,
    new: from,
    before: after,
    after: before,
  }))
  const back = diffReports(next, old, rules).changes.map(({ kind, old: from, new: to, before, after }) => ({
    kind,
    old: from,
    new: to,
    before,
    after,
  }))
  expect(sorted(back)).toEqual(sorted(forth))
})

function sorted(changes: readonly object[]): readonly string[] {
  return changes.map((change) => JSON.stringify(change)).sort()
}

test('as JSON it is of its schema', () => {
  const json: unknown = JSON.parse([...formatJson(diffReports(old, next, rules), CONTEXT)].join(''))
  expect(diffSchema(rules).safeParse(json).error).toBeUndefined()
})
