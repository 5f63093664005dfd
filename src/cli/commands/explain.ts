import { basename } from 'node:path'
import { createColors } from 'picocolors'
import type { KnownOfDocument } from '../../interpret.ts'
import { toJson } from '../../report/to-json.ts'
import { pointerPath } from '../../rules/json-pointer.ts'
import type { Rules } from '../../rules/load-rules.ts'
import { processDocument } from '../../threads/process-document.ts'
import type { ExplainedPage, Question as WorkQuestion, Work } from '../../threads/work.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { usageFailure } from '../failure.ts'
import { findInputs } from '../find-inputs.ts'
import { formatPage } from '../format-page-explanation.ts'
import { formatPointer } from '../format-pointer-explanation.ts'
import type { Colors } from '../format-outcome.ts'
import type { CliIo } from '../io.ts'
import { loadRulesOrFail } from '../load-rules-or-fail.ts'
import type { ParsedOptions } from '../parse-options.ts'
import { printDocument } from '../print-document.ts'
import { readFailure } from '../read-failure.ts'
import { readingSetting } from '../reading-options.ts'
import { shownPath } from '../shown-path.ts'

/** What is to be explained. */
type Question = { readonly page: number } | { readonly path: readonly string[] }

/** The command `explain`. */
export async function runExplain(options: ParsedOptions, io: CliIo): Promise<ExitCode> {
  const question = readQuestion(options)
  const input = await onlyInput(options, io)
  const rules = await loadRulesOrFail(options.values.get('rules'), io.cwd)
  const colors = createColors(io.stdout.isTTY === true && !io.env['NO_COLOR'])
  const asJson = options.switches.has('json')
  const text =
    'page' in question
      ? aboutPage(
          question.page,
          await ask(input, (known) => ({ kind: 'page', ...known, ...question }), rules, options, io),
          asJson,
          colors,
        )
      : aboutValue(
          await ask(input, (known) => ({ kind: 'pointer', ...known, ...question }), rules, options, io),
          asJson,
          colors,
        )
  await printDocument(io.stdout, text)
  return EXIT.done
}

function readQuestion({ values, positionals }: ParsedOptions): Question {
  if (positionals.length === 0) throw usageFailure('explain needs an input', 'No file was given.', 'explain')
  const at = values.get('at')
  const pointer = values.get('pointer')
  if (at !== undefined && pointer !== undefined) {
    throw usageFailure('--at and --pointer exclude each other', 'One page or one value can be explained.', 'explain')
  }
  if (at !== undefined) {
    if (/^\d{1,9}$/u.test(at)) return { page: Number(at) }
    throw usageFailure(`"${at}" is no page`, 'Write --at and the number of a page.', 'explain')
  }
  if (pointer === undefined) {
    throw usageFailure('there is nothing to explain', 'Write --at PAGE or --pointer POINTER.', 'explain')
  }
  const path = pointerPath(pointer)
  if (path === null) {
    const why = 'A JSON Pointer is made of keys and indices, each behind a slash: /cities/0/name.'
    throw usageFailure(`"${pointer}" is no JSON Pointer`, why, 'explain')
  }
  return { path }
}

async function onlyInput({ positionals }: ParsedOptions, io: CliIo): Promise<string> {
  const [first, ...others] = await findInputs(positionals, io.cwd)
  if (others.length > 0) {
    const why = `One document can be explained, but ${String(others.length + 1)} inputs were found.`
    throw usageFailure('there are too many inputs', why, 'explain')
  }
  if (first === undefined) throw usageFailure('explain needs an input', 'No file was found.', 'explain')
  if ('failure' in first) throw first.failure
  return first.path
}

async function ask<Kind extends 'page' | 'pointer'>(
  path: string,
  makeQuestion: (known: Pick<KnownOfDocument, 'fileName' | 'edition'>) => WorkQuestion<Kind>,
  rules: Rules,
  options: ParsedOptions,
  io: CliIo,
): Promise<Work[Kind]['answer']> {
  const setting = readingSetting(options, io, 'explain')
  const known = { fileName: basename(path), edition: options.values.get('edition') }
  try {
    return await processDocument<Kind>(path, makeQuestion(known), { ...setting, rules: { rules } })
  } catch (error) {
    throw readFailure(shownPath(path, io.cwd), error)
  }
}

function aboutPage(page: number, explained: ExplainedPage, asJson: boolean, colors: Colors): string {
  if ('range' in explained)
    throw usageFailure(`there is no page ${String(page)}`, pagesInWords(explained.range), 'explain')
  return asJson ? toJson(explained) : formatPage(explained, colors)
}

function pagesInWords(range: readonly [number, number] | null): string {
  if (range === null) return 'The document has no page with text.'
  const [first, last] = range
  return first === 1
    ? `The document has ${String(last)} pages.`
    : `It has the pages ${String(first)} to ${String(last)}.`
}

function aboutValue(explained: Work['pointer']['answer'], asJson: boolean, colors: Colors): string {
  if ('exists' in explained) {
    const { prefix, keys } = explained
    const where = prefix === '' ? 'The report' : prefix
    const why = keys.length === 0 ? `${where} has no parts.` : `${where} has ${keysInWords(keys)}.`
    throw usageFailure('there is no value at this pointer', why, 'explain')
  }
  return asJson ? toJson(explained) : formatPointer(explained, colors)
}

/** `the keys id, number, name`, or the indices of a list: `the entries 0 to 7`. */
function keysInWords(keys: readonly string[]): string {
  const isList = keys.every((key, index) => key === String(index))
  if (!isList) return `the keys ${keys.join(', ')}`
  return keys.length === 1 ? 'the entry 0' : `the entries 0 to ${String(keys.length - 1)}`
}
