import { isDeepStrictEqual } from 'node:util'
import { jsonPointer } from './json-pointer.ts'
import { outlineRules, type SectionPart, type SectionRule } from './outline-rules.ts'
import { lineOf, parseJson } from './parse-json.ts'
import { PARSE_ONCE } from './parse-once.ts'
import type { RulesFolder } from './read-rules-folder.ts'
import type { ContentProblem } from './rule-problem.ts'
import { type RulesProblem, wholeFile } from './rules-error.ts'
import { foldWording } from './fold-wording.ts'

/** What the rules of a family may say, but whoever wrote them hardly meant. */
export function findSuspicious({ own, shared }: RulesFolder): readonly RulesProblem[] {
  return [...checkOutlineText(own.get('outline.json')), ...findCopies(own, shared)]
}

/** Files of the language that say what the package says. */
function findCopies(own: RulesFolder['own'], shared: RulesFolder['shared']): readonly RulesProblem[] {
  return [...own].flatMap(([name, text]) => {
    const packaged = shared.get(name)
    const isCopy = packaged !== undefined && isDeepStrictEqual(parseJson(text).value, parseJson(packaged).value)
    const what = 'the package has the same file; without this copy, the family gets what the package corrects in it'
    return isCopy ? [wholeFile(name, what)] : []
  })
}

function checkOutlineText(text: string | undefined): readonly RulesProblem[] {
  const json = parseJson(text ?? '')
  const outline = outlineRules.safeParse(json.value, PARSE_ONCE)
  if (!outline.success) return []
  const { sections } = outline.data
  return [...sections.flatMap(checkParts), ...sections.flatMap((_, index) => checkAliases(sections, index))].map(
    ({ where, what }) => ({ file: 'outline.json', where, line: lineOf(where, json), what }),
  )
}

function checkParts({ title, parts }: SectionRule, index: number): readonly ContentProblem[] {
  const path = ['sections', index, 'parts']
  const noValues = 'nothing is read from this section: its parts are headings only'
  const noOwnLabel = 'this is the title of the section; where the table has no heading of its own, leave "label" out'
  return [
    ...(parts.every(({ kind }) => kind === 'group') ? [{ where: jsonPointer(path), what: noValues }] : []),
    ...parts.flatMap((part, at) =>
      part.kind === 'table' && part.label !== undefined && foldWording(part.label) === foldWording(title)
        ? [{ where: jsonPointer([...path, at, 'label']), what: noOwnLabel }]
        : [],
    ),
  ]
}

/** A wording of a section or of one of its parts. */
interface Wording {
  readonly where: string
  readonly text: string
}

/** An alias that another section has as a title or label was probably put in the wrong place. */
function checkAliases(sections: readonly SectionRule[], index: number): readonly ContentProblem[] {
  const elsewhere = sections.flatMap((section, other) => (other === index ? [] : labelsOf(section, other)))
  return aliasesOf(sections[index], index).flatMap(({ where, text }) =>
    elsewhere
      .filter((label) => foldWording(label.text) === foldWording(text))
      .map((label) => ({
        where,
        what: `the alias ${text} is what another section calls itself or a part: ${label.where}`,
      })),
  )
}

function labelsOf({ title, parts }: SectionRule, index: number): readonly Wording[] {
  const ofPart = (part: SectionPart, at: number): readonly Wording[] =>
    part.kind === 'figure' || part.label === undefined
      ? []
      : [{ where: jsonPointer(['sections', index, 'parts', at, 'label']), text: part.label }]
  return [{ where: jsonPointer(['sections', index, 'title']), text: title }, ...parts.flatMap(ofPart)]
}

function aliasesOf(section: SectionRule | undefined, index: number): readonly Wording[] {
  if (section === undefined) return []
  const listed = (aliases: readonly string[], path: readonly (string | number)[]): readonly Wording[] =>
    aliases.map((text, at) => ({ where: jsonPointer(['sections', index, ...path, 'aliases', at]), text }))
  return [
    ...listed(section.aliases, []),
    ...section.parts.flatMap((part, at) => (part.kind === 'figure' ? [] : listed(part.aliases, ['parts', at]))),
  ]
}
