import { createInterface } from 'node:readline/promises'
import { type EditionDiff, openChanges, type PlacedChange } from '../diff/diff-reports.ts'
import type { Consent } from '../diff/judge/baseline.ts'
import { groupChanges, summaryOf } from '../diff/say/grouped-changes.ts'
import type { FormatContext } from '../diff/say/format.ts'
import { showChange } from '../diff/say/shown-change.ts'
import { formatChange } from '../diff/say/text.ts'
import type { Rules } from '../index.ts'
import type { Acceptances } from './consent.ts'
import type { CliIo } from './io.ts'
import { printable } from '../showing/printable.ts'

interface Review {
  /** Given on the command line for all; null where it is asked for. */
  readonly reason: string | null
  readonly by: Omit<Consent, 'reason'>
  readonly rules: Rules
  readonly io: CliIo
  readonly colors: FormatContext['colors']
}

const HELP = ['a  accept this change', 'c  accept it and all others of its chapter', 's  skip it', 'q  quit']

/** What a person answers; null where the input ends. */
type Ask = (question: string) => Promise<string | null>

/** Shows each open change and asks what becomes of it. What was accepted before an early end counts. */
export async function askAboutChanges(diff: EditionDiff, review: Review): Promise<readonly Acceptances[]> {
  const { io, colors, rules } = review
  const open = openChanges(diff)
  io.stdout.write(`${summaryOf(open)}\n`)
  const lines = createInterface({ input: io.stdin, output: io.stdout })
  const ended = new AbortController()
  lines.on('close', () => ended.abort())
  lines.on('SIGINT', () => lines.close())
  const ask: Ask = (question) => lines.question(question, { signal: ended.signal }).catch(() => null)
  const accepted: Acceptances[] = []
  try {
    for (const { name, changes } of groupChanges(open, diff, rules.outline.entity.key)) {
      io.stdout.write(`\n${colors.bold(printable(name))}\n`)
      if (!(await askAboutChapter(changes, accepted, review, ask))) break
    }
  } finally {
    lines.close()
  }
  return accepted
}

/** @returns whether to go on */
async function askAboutChapter(
  changes: readonly PlacedChange[],
  accepted: Acceptances[],
  review: Review,
  ask: Ask,
): Promise<boolean> {
  for (const [index, change] of changes.entries()) {
    review.io.stdout.write(`${formatChange(showChange(change), review.colors).join('\n')}\n`)
    const answer = await answerTo(ask, review.io)
    if (answer === 'q') return false
    if (answer === 's') continue
    const reason = review.reason ?? (await reasonFor(ask, accepted.at(-1)?.consent.reason))
    if (reason === null) return false
    accepted.push({ changes: answer === 'c' ? changes.slice(index) : [change], consent: { reason, ...review.by } })
    if (answer === 'c') return true
  }
  return true
}

async function answerTo(ask: Ask, io: CliIo): Promise<'a' | 'c' | 's' | 'q'> {
  for (;;) {
    const answer = await ask('  accept? [a, c, s, q, ?] ')
    const letter = answer === null ? 'q' : answer.trim().toLowerCase()
    if (letter === 'a' || letter === 'c' || letter === 's' || letter === 'q') return letter
    io.stdout.write(`${HELP.map((line) => `    ${line}`).join('\n')}\n`)
  }
}

/** The last reason again where nothing is typed; null where the input ends. */
async function reasonFor(ask: Ask, last: string | undefined): Promise<string | null> {
  for (;;) {
    const answer = await ask(last === undefined ? '  reason: ' : `  reason (empty: ${printable(last)}): `)
    if (answer === null) return null
    const reason = answer.trim()
    if (reason !== '') return reason
    if (last !== undefined) return last
  }
}
