import { parseArgs } from 'node:util'
import { usageFailure } from './failure.ts'
import { nearestName } from './nearest-name.ts'

/** An option as the parser and the help page know it. */
export interface OptionRule {
  readonly short?: string
  /** What stands for the value in the help, `FOLDER`; absent where the option is a switch. */
  readonly value?: string
  /** What the value can be; absent where it can be anything. */
  readonly choices?: readonly string[]
  /** Whether the option may stand several times. */
  readonly isRepeatable?: true
  readonly help: string
}

export type OptionRules = Readonly<Record<string, OptionRule>>

export interface ParsedOptions {
  readonly switches: ReadonlySet<string>
  /** Of a repeatable option, the last one. */
  readonly values: ReadonlyMap<string, string>
  /** Values of each repeatable option that was given. */
  readonly lists: ReadonlyMap<string, readonly string[]>
  readonly positionals: readonly string[]
}

/**
 * @param command whose options these are; absent for those of the program itself
 * @throws Failure where an option is unknown, lacks its value, has one it cannot take, or stands twice
 */
export function parseOptions(argv: readonly string[], rules: OptionRules, command?: string): ParsedOptions {
  const options = Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [
      name,
      {
        type: rule.value === undefined ? ('boolean' as const) : ('string' as const),
        ...(rule.short === undefined ? {} : { short: rule.short }),
      },
    ]),
  )
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true, allowPositionals: true })
  const switches = new Set<string>()
  const values = new Map<string, string>()
  const lists = new Map<string, readonly string[]>()
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const rule = knownOption(token, rules, command)
    if (rule.value === undefined) {
      if (token.value !== undefined) {
        throw usageFailure(`${token.rawName} takes no value`, `It was given "${token.value}".`, command)
      }
      switches.add(token.name)
    } else {
      if (values.has(token.name) && rule.isRepeatable !== true)
        throw usageFailure(`--${token.name} stands twice`, 'It can have one value only.', command)
      const value = valueOf(token, rule, command)
      values.set(token.name, value)
      if (rule.isRepeatable) lists.set(token.name, [...(lists.get(token.name) ?? []), value])
    }
  }
  return { switches, values, lists, positionals }
}

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value: string | undefined
  readonly inlineValue: boolean | undefined
}

function knownOption(token: OptionToken, rules: OptionRules, command: string | undefined): OptionRule {
  const rule = Object.hasOwn(rules, token.name) ? rules[token.name] : undefined
  if (rule !== undefined) return rule
  const names = Object.keys(rules)
  const nearest = nearestName(token.name, names)
  const why =
    nearest === undefined ? `Known are ${names.map((name) => `--${name}`).join(', ')}.` : `Did you mean --${nearest}?`
  throw usageFailure(`there is no option ${token.rawName}`, why, command)
}

/** `--out --quiet` forgets the folder; a value that really begins with a hyphen is written `--out=-x`. */
function valueOf(
  token: OptionToken,
  { value: placeholder = '', choices }: OptionRule,
  command: string | undefined,
): string {
  const { value = '', inlineValue, rawName } = token
  if (value === '' || (inlineValue !== true && /^-./u.test(value))) {
    throw usageFailure(`${rawName} needs a value`, `Write ${rawName} ${placeholder}.`, command)
  }
  if (choices === undefined || choices.includes(value)) return value
  const nearest = nearestName(value, choices)
  const why = nearest === undefined ? `It is one of ${choices.join(', ')}.` : `Did you mean "${nearest}"?`
  throw usageFailure(`${rawName} cannot be "${value}"`, why, command)
}
