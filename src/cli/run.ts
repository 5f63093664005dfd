import { programInfo } from '../report/program-info.ts'
import { commands, type Command } from './commands/commands.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { asFailure, formatFailure, usageFailure } from './failure.ts'
import { formatHelp, type HelpPage } from './format-help.ts'
import type { CliIo } from './io.ts'
import { nearestName } from './nearest-name.ts'
import { parseOptions } from './parse-options.ts'
import { printDocument } from './print-document.ts'
import { startInterpreter } from '../threads/interpreters.ts'

const mainHelp: HelpPage = {
  purpose: 'Turns a recurring report published as a PDF into exact, validated JSON.',
  usage: [...commands.flatMap(({ help }) => help.usage), 'help [COMMAND]', '--version'],
  text: ['Commands:', ...commands.map(({ name, help }) => `  ${name.padEnd(11)}  ${help.purpose}`)],
  options: {
    help: { short: 'h', help: 'show this page; after a command, that command’s page' },
    version: { short: 'V', help: 'print the version' },
  },
  examples: [
    ['extract report.pdf', 'writes output/report/report.json'],
    ['help extract', 'shows all options of a command'],
  ],
}

/**
 * Does what a command line asks for.
 *
 * @param argv without the names of Node and of the program
 * @returns the exit code; failures are printed, never thrown
 */
export async function run(argv: readonly string[], io: CliIo): Promise<ExitCode> {
  try {
    return await dispatch(argv, io)
  } catch (error) {
    const failure = asFailure(error)
    io.stderr.write(formatFailure(failure, isVerbose(argv)))
    return failure.exitCode
  }
}

async function dispatch([first, ...others]: readonly string[], io: CliIo): Promise<ExitCode> {
  if (first === undefined) throw usageFailure('no command was given', `Known are ${commandNames().join(', ')}.`)
  if (first === 'help') return showHelp(others, io)
  if (first.startsWith('-')) return mainOptions([first, ...others], io)
  const command = knownCommand(first)
  const options = parseOptions(others, command.help.options, command.name)
  if (options.switches.has('help')) return print(formatHelp(command.help), io)
  if (command.interprets === true && options.positionals.length > 0 && !options.values.has('max-memory'))
    startInterpreter()
  const runCommand = await command.load()
  return runCommand(options, io)
}

async function mainOptions(argv: readonly string[], io: CliIo): Promise<ExitCode> {
  const { switches, positionals } = parseOptions(argv, mainHelp.options)
  if (switches.has('help')) return showHelp(positionals, io)
  if (switches.has('version')) return print(`${programInfo().version}\n`, io)
  throw usageFailure(
    'no command was given',
    `A command stands before its options; known are ${commandNames().join(', ')}.`,
  )
}

async function showHelp([name, ...others]: readonly string[], io: CliIo): Promise<ExitCode> {
  if (others[0] !== undefined) throw usageFailure('help takes one command', `"${others[0]}" is one too many.`)
  return print(formatHelp(name === undefined || name === 'help' ? mainHelp : knownCommand(name).help), io)
}

async function print(text: string, io: CliIo): Promise<ExitCode> {
  await printDocument(io.stdout, text)
  return EXIT.done
}

function knownCommand(name: string): Command {
  const command = commands.find((known) => known.name === name)
  if (command !== undefined) return command
  const nearest = nearestName(name, commandNames())
  const why = nearest === undefined ? `Known are ${commandNames().join(', ')}.` : `Did you mean "${nearest}"?`
  throw usageFailure(`there is no command "${name}"`, why)
}

function commandNames(): readonly string[] {
  return [...commands.map(({ name }) => name), 'help']
}

function isVerbose(argv: readonly string[]): boolean {
  return argv.includes('--verbose') || argv.includes('-v')
}
