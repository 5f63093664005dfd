import { foldWording } from './fold-wording.ts'
import { jsonPointer } from './json-pointer.ts'
import type { Expectation, OutlineRules, SectionPart, SectionRule, TablePart } from './outline-rules.ts'
import type { ContentProblem } from './rule-problem.ts'

type Path = readonly (string | number)[]

/** Keys that every report has already, by the object in which they stand. */
const TAKEN = {
  report: ['schemaVersion', 'edition', 'diagnostics'],
  entity: ['id', 'number', 'name', 'pages'],
  section: ['heading', 'unassigned'],
  record: ['id'],
} as const

/** Checks what the shape alone cannot say: `report.json` must have one place for each part, and each record one name. */
export function checkOutline({ entity, sections }: OutlineRules): readonly ContentProblem[] {
  return [
    ...checkKeys([{ key: entity.key, path: ['entity', 'key'] }], TAKEN.report),
    ...checkExpectation(entity.expected, ['entity', 'expected']),
    ...(entity.identity === 'id' || entity.heading.pattern.includes('(?<number>')
      ? []
      : [{ where: '/entity/identity', what: 'no heading has a number to be known by' }]),
    ...entity.titlePrefixes.flatMap(({ match }, index) =>
      match === 'start'
        ? []
        : [{ where: `/entity/titlePrefixes/${String(index)}/match`, what: 'a prefix is matched at the start' }],
    ),
    ...checkKeys(
      sections.map(({ key }, index) => ({ key, path: ['sections', index, 'key'] })),
      TAKEN.entity,
    ),
    ...checkOnce(
      sections.flatMap(({ ordinal }, index) =>
        ordinal === undefined ? [] : [{ value: ordinal, path: ['sections', index, 'ordinal'] }],
      ),
      'ordinal',
    ),
    ...checkOnce(sections.flatMap(sectionWordings), 'wording'),
    ...sections.flatMap((section, index) => checkSection(section, ['sections', index])),
    ...checkTargets(sections),
  ]
}

/** A reference names rows of a table that the report has. */
function checkTargets(sections: readonly SectionRule[]): readonly ContentProblem[] {
  const tables = new Set(
    sections.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'table' ? part.key : []))),
  )
  const targetsOf = (part: SectionPart, path: Path): readonly { to: string; path: Path }[] => {
    if (part.kind === 'reference') return [{ to: part.to, path: [...path, 'to'] }]
    if (part.kind !== 'table') return []
    return part.columns.flatMap((column, index) =>
      column.kind === 'reference' ? [{ to: column.to, path: [...path, 'columns', index, 'to'] }] : [],
    )
  }
  return sections
    .flatMap(({ parts }, section) =>
      parts.flatMap((part, index) => targetsOf(part, ['sections', section, 'parts', index])),
    )
    .filter(({ to }) => !tables.has(to))
    .map(({ to, path }) => ({ where: jsonPointer(path), what: `no table has the key ${to}` }))
}

function sectionWordings({ title, aliases }: SectionRule, index: number): readonly { value: string; path: Path }[] {
  return [
    { value: title, path: ['sections', index, 'title'] },
    ...aliases.map((value, alias) => ({ value, path: ['sections', index, 'aliases', alias] })),
  ]
}

function checkSection({ parts }: SectionRule, path: Path): readonly ContentProblem[] {
  const keyed = parts.flatMap((part, index) =>
    part.kind === 'group' ? [] : [{ key: part.key, path: [...path, 'parts', index, 'key'] }],
  )
  return [
    ...checkKeys(keyed, TAKEN.section),
    ...checkOnce(
      parts.flatMap((part, index) => partWordings(part, [...path, 'parts', index])),
      'wording',
    ),
    ...parts.flatMap((part, index) => (part.kind === 'table' ? checkTable(part, [...path, 'parts', index]) : [])),
  ]
}

function partWordings(part: SectionPart, path: Path): readonly { value: string; path: Path }[] {
  if (part.kind === 'figure')
    return part.captions.map((value, index) => ({ value, path: [...path, 'captions', index] }))
  return [
    ...(part.label === undefined ? [] : [{ value: part.label, path: [...path, 'label'] }]),
    ...part.aliases.map((value, index) => ({ value, path: [...path, 'aliases', index] })),
  ]
}

function checkTable({ columns, rowName, identity = [], rows }: TablePart, path: Path): readonly ContentProblem[] {
  const naming = columns.find((column) => column.key === rowName)
  const isNamed = naming?.kind === 'text'
  const what = `rows are named by a column of the kind "text"; ${rowName} is ${naming === undefined ? 'no column' : `of the kind "${naming.kind}"`}`
  return [
    ...(isNamed ? [] : [{ where: jsonPointer([...path, 'rowName']), what }]),
    ...identity.flatMap((key, index) =>
      columns.some((column) => column.key === key)
        ? []
        : [{ where: jsonPointer([...path, 'identity', index]), what: `no column has the key ${key}` }],
    ),
    ...checkKeys(
      columns.map(({ key }, index) => ({ key, path: [...path, 'columns', index, 'key'] })),
      TAKEN.record,
    ),
    ...checkOnce(
      columns.flatMap(({ label, aliases }, index) => [
        { value: label, path: [...path, 'columns', index, 'label'] },
        ...aliases.map((value, alias) => ({ value, path: [...path, 'columns', index, 'aliases', alias] })),
      ]),
      'wording',
    ),
    ...checkExpectation(rows, [...path, 'rows']),
  ]
}

function checkExpectation({ min, max }: Expectation, path: Path): readonly ContentProblem[] {
  return max === null || min <= max ? [] : [{ where: jsonPointer(path), what: '"min" is greater than "max"' }]
}

function checkKeys(keys: readonly { key: string; path: Path }[], taken: readonly string[]): readonly ContentProblem[] {
  const reserved = keys
    .filter(({ key }) => taken.includes(key))
    .map(({ key, path }) => ({
      where: jsonPointer(path),
      what: `the key ${key} is taken by a field that every report has`,
    }))
  return [
    ...reserved,
    ...checkOnce(
      keys.map(({ key, path }) => ({ value: key, path })),
      'key',
    ),
  ]
}

function checkOnce(
  entries: readonly { value: string | number; path: Path }[],
  noun: string,
): readonly ContentProblem[] {
  const seen = new Map<string, Path>()
  return entries.flatMap(({ value, path }) => {
    const first = seen.get(foldWording(String(value)))
    if (first === undefined) seen.set(foldWording(String(value)), path)
    return first === undefined
      ? []
      : [{ where: jsonPointer(path), what: `the ${noun} ${String(value)} stands already at ${jsonPointer(first)}` }]
  })
}
