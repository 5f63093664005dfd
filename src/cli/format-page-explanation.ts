import type { LineAccount, LineExplanation, PageExplanation, Stretch } from '../explain/explain-page.ts'
import type { Colors } from './format-outcome.ts'
import {
  endInWords,
  entityInWords,
  foundInWords,
  missInWords,
  ruleInWords,
  sectionInWords,
} from './explanation-words.ts'
import { inShort } from './shared-prefix.ts'
import { cell, cut, cutWithin, WIDTH } from './table-text.ts'

const NUMBER = 4
const TEXT = 42
const ACCOUNT = 9
const WHERE = WIDTH - NUMBER - TEXT - ACCOUNT - 6

/** What became of the lines of a page, safe to print; ends with a line feed. */
export function formatPage({ page, pages, lines }: PageExplanation, colors: Colors): string {
  const [first, last] = pages
  const of =
    first === 1
      ? `page ${String(page)} of ${String(last)}`
      : `page ${String(page)} of ${String(first)} to ${String(last)}`
  const head = `${cell('line', NUMBER)}  ${cell('text', TEXT)}  ${cell('account', ACCOUNT)}  went into (+ others that refer to it), or decided by`
  const rows = lines.flatMap((line, index) => formatLine(line, index, lines[index - 1], colors))
  const count = lines.length === 1 ? '1 line' : `${String(lines.length)} lines`
  return `${[`${colors.bold(of)}, ${count}`, ...(lines.length === 0 ? [] : ['', colors.dim(head), ...rows])].join('\n')}\n`
}

function formatLine(
  line: LineExplanation,
  index: number,
  above: LineExplanation | undefined,
  colors: Colors,
): readonly string[] {
  const number = String(line.textLine ?? index + 1).padStart(NUMBER)
  const account = colourOf(line.account, colors)(cell(line.account, ACCOUNT))
  const row = `${number}  ${cell(line.text, TEXT)}  ${account}  ${cutWithin(whereTo(line), WHERE)}`
  return [
    row,
    ...notesOf(line, above).map((note) => colors.dim(`${' '.repeat(NUMBER + 2)}· ${cut(note, WIDTH - NUMBER - 4)}`)),
  ]
}

function colourOf(account: LineAccount, colors: Colors): (text: string) => string {
  switch (account) {
    case 'unclaimed':
      return colors.red
    case 'outside':
      return colors.yellow
    case 'label':
      return colors.cyan
    case 'furniture':
    case 'footnote':
    case 'contents':
      return colors.dim
    case 'value':
    case 'figure':
      return (text) => text
  }
}

/** The values that the line's words went into; where they went into none, the rule that decided. */
function whereTo({ stretches }: LineExplanation): string {
  const pointers = [...new Set(stretches.flatMap((stretch) => stretch.pointers))]
  const places = stretches.flatMap(({ rule }) => rule?.pointer ?? [])
  // The others belong to contacts that refer to this one.
  const own = pointers.filter((pointer) => places.some((place) => pointer === place || pointer.startsWith(`${place}/`)))
  const more = pointers.length - own.length
  if (own.length > 0) return `${inShort(own)}${more === 0 ? '' : ` (+${String(more)})`}`
  const [rule] = stretches.flatMap((stretch) => stretch.rule ?? [])
  if (rule === undefined) return ''
  const isNamed = rule.role === 'heading' || rule.role === 'label'
  return isNamed && rule.pointer !== null ? `${rule.role} of ${rule.pointer}` : ruleInWords(rule)
}

function notesOf(line: LineExplanation, above: LineExplanation | undefined): readonly string[] {
  const { stretches, ends, nearest, entity, isUnweighed, section, furniture } = line
  const known = new Set(above?.stretches.map(sayRule))
  return [
    ...stretches.flatMap((stretch) => stretchNote(stretch, stretches.length > 1, known)),
    ...ends.map(endInWords),
    ...(entity === null ? [] : [entityInWords(entity)]),
    ...(isUnweighed ? ['as an entity heading: not weighed, no section heading stands close below'] : []),
    ...(section === null ? [] : [sectionInWords(section)]),
    ...(furniture === null
      ? []
      : [`furniture.json ${furniture} knows its words, but it does not stand where furniture does`]),
    ...(nearest === null ? [] : [missInWords(nearest)]),
  ]
}

/** The rule of a stretch, unless the line above has the same. */
function stretchNote(stretch: Stretch, isPart: boolean, above: ReadonlySet<string>): readonly string[] {
  const said = sayRule(stretch)
  const isUnclaimed = stretch.account === 'unclaimed'
  if (said === '' || (above.has(said) && !isUnclaimed) || stretch.rule?.role === 'aside')
    return isUnclaimed ? ['nothing has read it'] : []
  const which = isPart ? `“${stretch.text}” ` : ''
  return [isUnclaimed ? `${which}nothing has read it; it stands in ${said}` : `${which}${said}`]
}

function sayRule({ rule }: Stretch): string {
  if (rule === null) return ''
  const isPlain = rule.role === 'text' && rule.found?.by === 'wording'
  return rule.found === null || isPlain ? ruleInWords(rule) : `${ruleInWords(rule)}, found: ${foundInWords(rule.found)}`
}
