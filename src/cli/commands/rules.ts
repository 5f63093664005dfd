import type { ExitCode } from '../exit-code.ts'
import { usageFailure } from '../failure.ts'
import type { CliIo } from '../io.ts'
import { nearestName } from '../nearest-name.ts'
import type { ParsedOptions } from '../parse-options.ts'
import { runRulesCheck } from './rules-check.ts'
import { runRulesNew } from './rules-new.ts'

interface SubCommand {
  /** Options it does not take, though the other one does. */
  readonly foreign: readonly string[]
  readonly run: (positionals: readonly string[], options: ParsedOptions, io: CliIo) => Promise<ExitCode>
}

const SUB_COMMANDS: ReadonlyMap<string, SubCommand> = new Map([
  ['new', { foreign: ['json'], run: runRulesNew }],
  ['check', { foreign: ['out'], run: runRulesCheck }],
])

/** The command `rules`. */
export async function runRules(options: ParsedOptions, io: CliIo): Promise<ExitCode> {
  const [name, ...others] = options.positionals
  if (name === undefined) throw usageFailure('rules needs to know what to do', known(), 'rules')
  const command = SUB_COMMANDS.get(name)
  if (command === undefined) {
    const nearest = nearestName(name, [...SUB_COMMANDS.keys()])
    const hint = nearest === undefined ? '' : ` Did you mean "rules ${nearest}"?`
    throw usageFailure(`there is no command "rules ${name}"`, `${known()}${hint}`, 'rules')
  }
  const foreign = command.foreign.find((option) => options.switches.has(option) || options.values.has(option))
  if (foreign !== undefined) {
    throw usageFailure(`rules ${name} takes no --${foreign}`, 'That option belongs to the other command.', 'rules')
  }
  return command.run(others, options, io)
}

function known(): string {
  return `Known are ${[...SUB_COMMANDS.keys()].map((name) => `"rules ${name}"`).join(' and ')}.`
}
