import { open, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { EXIT } from './exit-code.ts'
import { Failure, usageFailure } from './failure.ts'
import { findInputs } from './find-inputs.ts'
import type { CliIo } from './io.ts'
import { HEAD_SIZE, isJson } from './is-json.ts'
import { REPORT_FILE } from '../report/report-files.ts'
import type { ParsedOptions } from './parse-options.ts'

/** Absolute paths of the documents that a page shows; `old` is null where it shows one alone. */
export interface ReviewedInputs {
  readonly old: string | null
  readonly new: string
}

const COMMAND = 'review-page'
const COMPARING = ['aliases', 'levels', 'baseline', 'today'] as const

/**
 * The one document of a command line, or the two editions.
 *
 * @throws Failure with the exit codes `usage`, or `input` where one is no document
 */
export async function reviewedInputs({ positionals, values }: ParsedOptions, { cwd }: CliIo): Promise<ReviewedInputs> {
  const [first, second, third] = positionals
  if (first === undefined) throw usageFailure(`${COMMAND} needs an input`, 'No file was given.', COMMAND)
  if (third !== undefined) {
    const why = `"${third}" is one too many; a page shows one document, or two editions, OLD and NEW.`
    throw usageFailure('there are too many inputs', why, COMMAND)
  }
  if (second !== undefined) return { old: await onlyInput(first, cwd), new: await onlyInput(second, cwd) }
  const given = COMPARING.find((name) => values.has(name))
  if (given !== undefined) {
    throw usageFailure(`--${given} needs two editions`, 'One input was given, so nothing is compared.', COMMAND)
  }
  return { old: null, new: await onlyInput(first, cwd) }
}

async function onlyInput(written: string, cwd: string): Promise<string> {
  const [first, ...others] = await findInputs([written], cwd)
  if (others.length > 0) {
    const why = `"${written}" stands for ${String(others.length + 1)} inputs; name the one to show, or OLD and NEW.`
    throw usageFailure('there are too many inputs', why, COMMAND)
  }
  if (first === undefined) throw usageFailure(`${COMMAND} needs an input`, 'No file was found.', COMMAND)
  if ('failure' in first) {
    await rejectReport(join(resolve(cwd, written), REPORT_FILE), written)
    throw first.failure
  }
  await rejectReport(first.path, written)
  return first.path
}

/** A page shows ink, of which a report has none. */
async function rejectReport(path: string, written: string): Promise<void> {
  if (!isJson(await headOf(path))) return
  throw new Failure({
    exitCode: EXIT.input,
    what: `"${written}" cannot be shown`,
    why: ['It is a report.json, which holds values but not the pages they were read from.'],
    hint: 'Give the PDF, or its text, that the report was read from; "diff" compares reports.',
  })
}

/** Empty where there is no such file. */
async function headOf(path: string): Promise<Uint8Array> {
  const entry = await stat(path).catch(() => null)
  if (entry?.isFile() !== true) return new Uint8Array()
  const file = await open(path).catch(() => null)
  if (file === null) return new Uint8Array()
  try {
    const { buffer, bytesRead } = await file.read({ buffer: new Uint8Array(HEAD_SIZE) })
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
