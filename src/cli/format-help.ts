import { programInfo } from '../report/program-info.ts'
import { EXIT_CODE_HELP } from './exit-code.ts'
import type { OptionRules } from './parse-options.ts'

/** A help page: the words stand with the command, the options come from what the parser knows. */
export interface HelpPage {
  readonly purpose: string
  /** What stands after the program's name. */
  readonly usage: readonly string[]
  /** Paragraphs, already broken into lines. */
  readonly text: readonly string[]
  readonly options: OptionRules
  /** Command lines without the program's name, each with what it does. */
  readonly examples: readonly (readonly [command: string, does: string])[]
  /** Where the codes of this command mean something of their own. */
  readonly exitCodes?: typeof EXIT_CODE_HELP
}

/** The page as text, with the exit codes, ending with a line feed. */
export function formatHelp(page: HelpPage): string {
  const { name: program } = programInfo()
  const options = Object.entries(page.options).map(([name, rule]) => {
    const short = rule.short === undefined ? '    ' : `-${rule.short}, `
    return [`${short}--${name}${rule.value === undefined ? '' : ` ${rule.value}`}`, rule.help] as const
  })
  const sections = [
    [page.purpose],
    ['Usage:', ...page.usage.map((line) => `  ${program} ${line}`)],
    page.text,
    ['Options:', ...columns(options)],
    ['Examples:', ...page.examples.flatMap(([command, does]) => [`  ${program} ${command}`, `      ${does}`])],
    [
      'Exit codes:',
      ...columns((page.exitCodes ?? EXIT_CODE_HELP).map(([code, meaning]) => [String(code), meaning] as const)),
    ],
  ]
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
