import type { Finding } from '../diagnostics/diagnostic.ts'
import { slug } from '../outline/entity-id.ts'
import { jsonPointer } from '../rules/json-pointer.ts'
import type { Rules } from '../rules/load-rules.ts'
import { nearestWorded } from './nearest-worded.ts'

/** An edit of a rule file that makes a document fit, as JSON Patch (RFC 6902) would write it. */
export interface Suggestion {
  readonly file: string
  readonly op: 'add' | 'replace'
  /** JSON Pointer into the file; `-` is the end of a list. */
  readonly path: string
  readonly value: unknown
  /** What the edit says, in words. */
  readonly says: string
}

/**
 * Edits of the rules that would make findings go away if the document is right; each edit once. Where a heading is
 * missing and one is unknown, it is suggested that the one is the other.
 */
export function suggestEdits(findings: readonly Finding[], rules: Rules): readonly Suggestion[] {
  const guessed = findings.flatMap(({ code, pointer }) => (code === 'table/cells-listed' ? [pointer] : []))
  // What is missing in rows that are a guess says nothing about the rules.
  const told = findings.filter(({ pointer }) => !guessed.some((table) => pointer?.startsWith(`${String(table)}/`)))
  const suggestions = told.flatMap((finding) => suggest(finding, findings, rules))
  const keyOf = ({ path, value }: Suggestion) => JSON.stringify([path, value])
  const single = suggestions.filter(
    (one, index) => suggestions.findIndex((other) => keyOf(other) === keyOf(one)) === index,
  )
  return mergeAliases(single)
}

function suggest(finding: Finding, all: readonly Finding[], rules: Rules): readonly Suggestion[] {
  const { pointer } = finding
  switch (finding.code) {
    case 'heading/near-match':
      return alias(finding.args.known, finding.args.printed, pointer, rules)
    case 'table/column-renamed':
      return alias(finding.args.column, finding.args.printed, pointer, rules)
    case 'heading/unknown':
      return unknownHeading(finding, all, rules)
    case 'table/column-unknown': {
      const { column: label, key } = finding.args
      const path = tablePath(finding.args.label, pointer, rules)
      const value = { key, kind: 'richText', label, mayBeEmpty: true }
      return path === null ? [] : [add([...path, 'columns', '-'], value, `The table gets the column "${label}".`)]
    }
    case 'field/empty': {
      const path = nearestWorded(finding.args.label, pointer, rules)?.path
      return path === undefined ? [] : [mayBeEmpty(path, finding.args.label)]
    }
    case 'table/cell-empty': {
      const path = nearestWorded(finding.args.column, pointer, rules)?.path
      return path === undefined ? [] : [mayBeEmpty(path, finding.args.column)]
    }
    case 'outline/entity-count': {
      const { found, plural } = finding.args
      return [replace(['entity', 'expected'], { min: found, max: found }, `There are ${String(found)} ${plural}.`)]
    }
    case 'outline/entity-heading':
      return [
        add(
          ['entity', 'heading', 'examples', 'match', '-'],
          finding.args.printed,
          'The heading is one of these; adapt the pattern so that it matches.',
        ),
      ]
    case 'table/row-count': {
      const path = tablePath(finding.args.label, pointer, rules)
      return path === null
        ? []
        : [replace([...path, 'rows', 'min'], finding.args.found, 'The table may have so few rows.')]
    }
    case 'list/unknown-marker':
      return [marker(finding.args.sign)]
    default:
      return []
  }
}

/** An unknown heading is the one that is missing where there is one of each; else it is new. */
function unknownHeading(
  { args, pointer }: Extract<Finding, { code: 'heading/unknown' }>,
  all: readonly Finding[],
  rules: Rules,
): readonly Suggestion[] {
  const missing = all.flatMap((other) => {
    if (other.code === 'section/missing' && other.args.entity === args.entity) return [other.args.title]
    if (other.code !== 'field/missing' && other.code !== 'figure/missing') return []
    const parent = (path: string | null) => path?.split('/').slice(0, 4).join('/')
    if (parent(other.pointer) !== parent(pointer)) return []
    return [other.code === 'field/missing' ? other.args.label : other.args.caption]
  })
  const title = unnumbered(args.printed)
  const known = missing.length === 1 ? missing[0] : missing.find((wording) => wording === args.nearest)
  if (known !== undefined) return alias(known, title, pointer, rules)
  const index = rules.outline.sections.findIndex(({ title: section, aliases }) =>
    [section, ...aliases].includes(args.section),
  )
  if (index < 0) return []
  const number = /^\d+\.(?<ordinal>\d+)/u.exec(args.printed)?.groups?.['ordinal']
  const key = keyOf(title)
  if (number !== undefined) {
    const parts = [{ kind: 'richText', key: 'text', label: title, place: 'below', mayBeEmpty: true, why: WHY }]
    const value = { key, title, ordinal: Number(number), parts, why: WHY }
    return [add(['sections', '-'], value, `There is a new section "${title}"; its parts are for you to name.`)]
  }
  const value = { kind: 'richText', key, label: title, place: 'below', mayBeEmpty: false, why: WHY }
  return [add(['sections', index, 'parts', '-'], value, `The section gets a text below "${title}".`)]
}

/** Stands where only a person knows the reason. */
const WHY = 'Say why it is there.'

function unnumbered(heading: string): string {
  return heading.replace(/^\d+(?:\.\d+)*\.?\s+/u, '')
}

function keyOf(label: string): string {
  const [first = '', ...others] = slug(label).split('-')
  return [first, ...others.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('')
}

function alias(known: string, printed: string, pointer: string | null, rules: Rules): readonly Suggestion[] {
  const text = unnumbered(printed)
  const worded = nearestWorded(known, pointer, rules)
  if (worded === null) return []
  if (worded.is === 'caption') return [replace(worded.path, text, `The figure is headed "${text}".`)]
  const aliases = [...worded.wordings.slice(1), text]
  return [add([...worded.path, 'aliases'], aliases, `"${text}" means "${worded.wordings[0] ?? known}".`)]
}

function tablePath(label: string, pointer: string | null, rules: Rules): readonly (string | number)[] | null {
  return nearestWorded(label, pointer, rules, 'table')?.path ?? null
}

const FILE = 'outline.json'

function add(path: readonly (string | number)[], value: unknown, says: string): Suggestion {
  return { file: FILE, op: 'add', path: jsonPointer(path), value, says }
}

function replace(path: readonly (string | number)[], value: unknown, says: string): Suggestion {
  return { file: FILE, op: 'replace', path: jsonPointer(path), value, says }
}

function mayBeEmpty(path: readonly (string | number)[], label: string): Suggestion {
  return replace([...path, 'mayBeEmpty'], true, `"${label}" may be empty.`)
}

function marker(sign: string): Suggestion {
  const value = {
    id: `sign-${[...sign].map((character) => character.codePointAt(0)?.toString(16) ?? '').join('-')}`,
    why: WHY,
    pattern: `(?<marker>\\u{${sign.codePointAt(0)?.toString(16) ?? ''}})\\s`,
    match: 'start',
    examples: { match: [`${sign} Text`], reject: [`${sign}Text`] },
    level: 1,
    kind: 'bullet',
  }
  return { file: 'lists.json', op: 'add', path: '/markers/-', value, says: `"${sign}" marks an item of a list.` }
}

/** Several new aliases of one thing are one list. */
function mergeAliases(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const merged = new Map<string, Suggestion>()
  for (const suggestion of suggestions) {
    const { file, path, value, says } = suggestion
    const key = path.endsWith('/aliases') ? `${file} ${path}` : `${file} ${path} ${JSON.stringify(value)}`
    const before = merged.get(key)
    if (before === undefined) merged.set(key, suggestion)
    else merged.set(key, { ...before, value: union(before.value, value), says: `${before.says} ${says}` })
  }
  return [...merged.values()]
}

function union(a: unknown, b: unknown): readonly unknown[] {
  return [...new Set([...(Array.isArray(a) ? (a as unknown[]) : []), ...(Array.isArray(b) ? (b as unknown[]) : [])])]
}
