import type { FigureField, SectionFields } from '../outline/read-fields.ts'
import type { CompiledPart, CompiledSection, Rules } from '../rules/load-rules.ts'
import { wordIds } from '../values/field-value.ts'
import type { EntityValue, SectionValue } from '../values/read-entities.ts'
import { type Found, howFound, joined } from './found.ts'
import type { RuleUse, SectionPlace, UsedRule } from './rule-use.ts'
import { tableUses } from './table-uses.ts'

/** What the rules of `outline.json` decided for an entity; a later entry holds where two are about the same word. */
export function entityUses({ region, sections }: EntityValue, index: number, rules: Rules): readonly UsedRule[] {
  const { entity } = rules.outline
  const pointer = `/${entity.key}/${String(index)}`
  const found: Found = region.heading.isWorded ? { by: 'pattern', known: entity.heading.id } : { by: 'style' }
  const own = { file: 'outline.json', key: 'entity', pointer, found } as const
  return [
    { use: { ...own, role: 'text' }, words: wordIds(region.lead) },
    { use: { ...own, role: 'heading' }, words: wordIds(region.heading.lines) },
    ...rules.outline.sections.flatMap((rule) => {
      const section = sections.find(({ fields }) => fields.region.rule === rule)
      const place = { pointer: `${pointer}/${rule.key}`, key: rule.key, limit: rules.settings.nearMatchDistance }
      return section === undefined ? [missing(place.pointer, rule.key, rule.wordings)] : sectionUses(section, place)
    }),
  ]
}

/** A section or part that no line begins. */
function missing(pointer: string, key: string, wordings: readonly string[]): UsedRule {
  const use: RuleUse = { file: 'outline.json', key, role: 'text', pointer, found: { by: 'nothing', wordings } }
  return { use, words: [] }
}

function sectionUses(section: SectionValue, place: SectionPlace): readonly UsedRule[] {
  const { fields } = section
  const { rule, heading, repeats, lines } = fields.region
  const found = howFound(heading.title, rule.wordings, heading.near, place.limit)
  const own = { file: 'outline.json', key: rule.key, pointer: place.pointer, found } as const
  return [
    { use: { ...own, role: 'text' }, words: wordIds(lines) },
    { use: { ...own, role: 'heading' }, words: wordIds([heading, ...repeats].flatMap((one) => one.lines)) },
    ...unassignedUses(fields, place),
    ...groupUses(fields, place),
    ...rule.parts.flatMap((part) => partUses(section, rule, part, place)),
  ]
}

function unassignedUses({ unassigned }: SectionFields, { pointer, key }: SectionPlace): readonly UsedRule[] {
  return unassigned.flatMap(({ heading, lines }, index): readonly UsedRule[] => {
    const own = {
      file: null,
      key: `${key}/unassigned`,
      pointer: `${pointer}/unassigned/${String(index)}`,
      found: { by: 'style' },
    } as const
    return [
      { use: { ...own, role: 'heading' }, words: wordIds(heading) },
      { use: { ...own, role: 'text' }, words: wordIds(lines) },
    ]
  })
}

function groupUses({ groups }: SectionFields, { pointer, key, limit }: SectionPlace): readonly UsedRule[] {
  return groups.map(({ part, label, near }) => ({
    use: {
      file: 'outline.json',
      key: `${key}/${part.label}`,
      role: 'heading',
      pointer,
      found: howFound(joined(label), part.wordings, near, limit),
    },
    words: wordIds(label),
  }))
}

function partUses(
  section: SectionValue,
  rule: CompiledSection,
  part: CompiledPart,
  place: SectionPlace,
): readonly UsedRule[] {
  if (part.kind === 'group') return []
  const pointer = `${place.pointer}/${part.key}`
  const key = `${rule.key}/${part.key}`
  if (part.kind === 'figure') {
    const figures = section.fields.figures.filter(({ caption }) => part.captions.includes(caption))
    return figures.length === 0
      ? [missing(pointer, key, part.captions)]
      : figures.flatMap((figure, index) => figureUses(figure, `${pointer}/${String(index)}`, key, place.limit))
  }
  if (part.kind === 'table') {
    const table = section.tables.find((other) => other.part === part)
    return table === undefined ? [missing(pointer, key, part.wordings)] : tableUses(table, { ...place, pointer, key })
  }
  const field = section.fields.values.find((other) => other.part === part)
  if (field === undefined) return [missing(pointer, key, part.wordings)]
  const found = howFound(joined(field.label).replace(/:$/u, ''), part.wordings, field.near, place.limit)
  const own = { file: 'outline.json', key, pointer, found } as const
  return [
    { use: { ...own, role: 'text' }, words: wordIds(field.lines) },
    { use: { ...own, role: 'label' }, words: wordIds(field.label) },
  ]
}

function figureUses(
  { caption, label, near, lines }: FigureField,
  pointer: string,
  key: string,
  limit: number,
): readonly UsedRule[] {
  const own = { file: 'outline.json', key, pointer, found: howFound(joined(label), [caption], near, limit) } as const
  return [
    { use: { ...own, role: 'text' }, words: wordIds(lines) },
    { use: { ...own, role: 'heading' }, words: wordIds(label) },
  ]
}
