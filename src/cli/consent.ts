import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import type { PlacedChange } from '../diff/diff-reports.ts'
import { accept, type Baseline, type Consent, type Reviewed } from '../diff/judge/baseline.ts'
import { toJson } from '../report/to-json.ts'
import { printable } from '../showing/printable.ts'
import { dayOf } from './diff-settings.ts'
import { usageFailure } from './failure.ts'
import type { CliIo } from './io.ts'
import type { ParsedOptions } from './parse-options.ts'
import { shownPath } from './shown-path.ts'
import { writeWhole } from './write-together.ts'

/** That changes are to be accepted, and where that is written. */
export interface GivenConsent {
  readonly consent: Consent
  /** As written on the command line. */
  readonly path: string
}

/** Changes that are accepted for one reason. */
export interface Acceptances {
  readonly changes: readonly PlacedChange[]
  readonly consent: Consent
}

/** @returns null where nothing is to be accepted */
export async function consentOf(options: ParsedOptions, io: CliIo, command: string): Promise<GivenConsent | null> {
  const { switches, values } = options
  if (!switches.has('update-baseline')) {
    const alone = ['reason', 'author', 'expires'].find((option) => values.has(option))
    if (alone === undefined) return null
    throw usageFailure(`--${alone} accepts nothing by itself`, 'It belongs to --update-baseline.', command)
  }
  const path = values.get('baseline')
  if (path === undefined)
    throw usageFailure('there is no baseline to update', 'Name its file with --baseline FILE.', command)
  const reason = values.get('reason')
  if (reason === undefined)
    throw usageFailure('changes are accepted for a reason', 'Give it with --reason TEXT.', command)
  return { consent: { reason, ...(await signature(options, io, command)) }, path }
}

/** Who accepts, and until when. */
export async function signature(
  { values }: ParsedOptions,
  io: CliIo,
  command: string,
): Promise<Omit<Consent, 'reason'>> {
  const expires = dayOf('expires', values, command)
  const author = values.get('author') ?? (await gitUser(io.cwd))
  if (author === null) {
    throw usageFailure('it is not known who accepts', 'Give --author NAME; git has no user.name here.', command)
  }
  return { author, ...(expires === undefined ? {} : { expires }) }
}

function gitUser(cwd: string): Promise<string | null> {
  return new Promise((done) => {
    execFile('git', ['config', 'user.name'], { cwd }, (error, stdout) => {
      const name = stdout.trim()
      done(error !== null || name === '' ? null : name)
    })
  })
}

/** Writes what was accepted before and now, without what is stale or over, and says so. */
export async function writeBaseline(
  { stale, expired, accepted }: Reviewed,
  now: readonly Acceptances[],
  path: string,
  io: CliIo,
): Promise<void> {
  const target = resolve(io.cwd, path)
  const baseline = now.reduce<Baseline>((known, { changes, consent }) => accept(known, changes, consent), {
    version: 1,
    accepted: [...accepted.values()],
  })
  await writeWhole(target, toJson(baseline))
  const added = baseline.accepted.length - accepted.size
  const dropped = stale.length + expired.length
  const all = [
    `${String(added)} accepted now`,
    `${String(baseline.accepted.length)} in all`,
    `${String(dropped)} dropped`,
  ]
  io.stderr.write(`${printable(shownPath(target, io.cwd))}: ${all.join(', ')}\n`)
}
