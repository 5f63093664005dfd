import { type Difference, difference, type Spot } from './difference.ts'
import type { Matches } from './match-reports.ts'
import type { DiagnosticNode, ReportTree } from './report-tree.ts'

/** One for each passage. Told, with their sum, by how much text it is. */
const UNCLAIMED = 'text/unclaimed'
const UNCLAIMED_SUM = 'text/unclaimed-share'

/** Errors that only one report tells of. Those of one code at one place are counted. */
export function compareErrors(old: ReportTree, next: ReportTree, matches: Matches): readonly Difference[] {
  const newPathOf = newPaths(matches)
  const before = old.diagnostics.filter(isTold).map((error) => ({ error, key: keyOf(error, newPathOf(error.path)) }))
  const after = next.diagnostics.filter(isTold).map((error) => ({ error, key: keyOf(error, error.path) }))
  const ofError = ({ entity }: DiagnosticNode) => ({ subject: 'error', entity, id: null }) as const
  return [
    ...onlyIn(after, before).map((error) =>
      difference({ ...ofError(error), kind: 'added', new: spotOfError(error), after: shown(error) }),
    ),
    ...onlyIn(before, after).map((error) =>
      difference({ ...ofError(error), kind: 'removed', old: spotOfError(error), before: shown(error) }),
    ),
  ]
}

/** How much text ended nowhere: characters where both reports say so, else passages. */
export function compareUnclaimed(old: ReportTree, next: ReportTree): readonly Difference[] {
  const inCharacters = old.unclaimed !== null && next.unclaimed !== null
  const [before, after] = [old, next].map((tree) =>
    inCharacters ? tree.unclaimed : tree.diagnostics.filter(({ code }) => code === UNCLAIMED).length,
  )
  if (before === after) return []
  const spot = { path: 'unclaimed', pointer: inCharacters ? '/edition/extraction/unclaimed' : null, page: null }
  return [difference({ kind: 'changed', subject: 'unclaimed', old: spot, new: spot, before, after })]
}

interface Keyed {
  readonly error: DiagnosticNode
  readonly key: string
}

function isTold({ code, severity }: DiagnosticNode): boolean {
  return severity === 'error' && code !== UNCLAIMED && code !== UNCLAIMED_SUM
}

function keyOf({ code }: DiagnosticNode, path: string): string {
  return `${code} ${path}`
}

function onlyIn(these: readonly Keyed[], those: readonly Keyed[]): readonly DiagnosticNode[] {
  const left = new Map<string, number>()
  for (const { key } of those) left.set(key, (left.get(key) ?? 0) + 1)
  return these.flatMap(({ error, key }) => {
    const count = left.get(key) ?? 0
    left.set(key, count - 1)
    return count > 0 ? [] : [error]
  })
}

function spotOfError({ code, path, pointer, page }: DiagnosticNode): Spot {
  return { path: [path, 'diagnostics', code].filter((part) => part !== '').join('/'), pointer, page }
}

function shown({ code, message }: DiagnosticNode): object {
  return { code, message }
}

/** The path in the new report of what stands at a path of the old one. */
function newPaths({ entities, sameRows }: Matches): (path: string) => string {
  const paths = new Map([...entities.pairs.map((pair) => [pair.old.path, pair.new.path] as const), ...sameRows])
  return (path) => {
    const steps = path.split('/')
    for (let length = steps.length; length > 0; length -= 1) {
      const known = paths.get(steps.slice(0, length).join('/'))
      if (known !== undefined) return [known, ...steps.slice(length)].join('/')
    }
    return path
  }
}
