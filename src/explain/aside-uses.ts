import { readMarker } from '../blocks/list-marker.ts'
import type { Line } from '../layout/line.ts'
import { sliceLine } from '../layout/merge-baselines.ts'
import type { Reading } from '../pipeline.ts'
import type { Rules } from '../rules/load-rules.ts'
import { valuesOf } from '../values/all-values.ts'
import { wordIds } from '../values/field-value.ts'
import type { RuleUse, UsedRule } from './rule-use.ts'

/** What decided over words that are no text of an entity: furniture, footnotes, contents, what stands around them. */
export function asideUses({ furniture, footnotes, outline }: Reading, rules: Rules): readonly UsedRule[] {
  return [
    ...furniture.map(({ rule, lines }): UsedRule => {
      const file = rules.furniture.some(({ id }) => id === rule) ? 'furniture.json' : null
      return { use: aside(file, rule), words: wordIds(lines) }
    }),
    { use: aside(null, 'footnote'), words: wordIds(footnotes) },
    ...outline.contents.map((line): UsedRule => {
      const entry = rules.outline.contentsLine.find(({ expression }) => expression.test(line.text))
      const use = entry === undefined ? aside(null, 'contents') : aside('outline.json', entry.id)
      return { use, words: wordIds([line]) }
    }),
    { use: aside(null, 'before-entities'), words: wordIds(outline.before) },
    { use: aside(null, 'after-entities'), words: wordIds(outline.after) },
  ]
}

function aside(file: RuleUse['file'], key: string): RuleUse {
  return { file, key, role: 'aside', pointer: null, found: null }
}

/** The rules of the list markers, by the id of each marker's word. */
export function markerUses(
  { entities }: Pick<Reading, 'entities'>,
  lineOf: ReadonlyMap<number, Line>,
  rules: Rules,
): ReadonlyMap<number, string> {
  const markers = entities.flatMap(({ sections }) => sections.flatMap(valuesOf)).flatMap((value) => value.markers)
  return new Map(
    markers.flatMap((id): readonly (readonly [number, string])[] => {
      const line = lineOf.get(id)
      const at = line?.words.findIndex((word) => word.id === id) ?? -1
      const part = line === undefined || at < 0 ? null : sliceLine(line, at)
      const rule = part === null ? undefined : readMarker(part, rules.markers)?.rule.id
      return rule === undefined ? [] : [[id, rule]]
    }),
  )
}
