import type { ContactRules } from '../rules/contact-rules.ts'
import { CLAIMED, type Claim, type Recogniser } from './claim.ts'
import { HARD_BREAK } from './cell-text.ts'
import { leadLength, trimEndOf } from './trim-characters.ts'

type HourWord = keyof ContactRules['hours']

interface Token {
  readonly kind: HourWord | null
  readonly text: string
  readonly from: number
  readonly to: number
  /** The line ends before the token. */
  readonly startsLine: boolean
  readonly afterHardBreak: boolean
}

const TOKEN = new RegExp(`[^\\s${CLAIMED}]+`, 'gu')
/** In this order, since a plain number is also a time and `Fr.` also a salutation. */
const KINDS: readonly HourWord[] = ['head', 'day', 'shortRange', 'shortDay', 'clock', 'link', 'time', 'word']
const OPENS: ReadonlySet<HourWord | null> = new Set<HourWord>(['head', 'day', 'shortRange', 'shortDay', 'time'])

/** Opening hours and weekdays: runs of words that all belong to hours, with enough among them to be sure. */
export function findHours(rules: ContactRules): Recogniser {
  return (cell, free) => {
    const tokens = readTokens(free, rules)
    const claims: Claim[] = []
    let at = 0
    while (at < tokens.length) {
      const run = readRun(tokens, at)
      const [first, last] = [run[0], run.at(-1)]
      if (first === undefined || last === undefined || !isSure(run)) at += 1
      else {
        const inBrackets = free.charAt(first.from - 1) === '(' && free.charAt(last.to) === ')'
        const [from, to] = inBrackets ? [first.from - 1, last.to + 1] : [first.from, last.to]
        claims.push({ kind: 'note', value: cell.text.slice(from, to), from, to })
        at += run.length
      }
    }
    return claims
  }
}

function readTokens(free: string, rules: ContactRules): readonly Token[] {
  return [...free.matchAll(TOKEN)].map((match) => {
    const lead = leadLength(match[0], '(')
    const bare = trimEndOf(match[0].slice(lead), ',;)')
    const kind =
      KINDS.find((name) => rules.hours[name].test(bare)) ??
      KINDS.find((name) => rules.hours[name].test(bare.replace(/[.:]$/u, '')))
    const before = free.charAt(match.index - 1)
    return {
      kind: kind ?? null,
      text: match[0],
      from: match.index + lead,
      to: match.index + lead + bare.length,
      startsLine: before === '\n' || before === '\t',
      afterHardBreak: before === HARD_BREAK,
    }
  })
}

function readRun(tokens: readonly Token[], start: number): readonly Token[] {
  if (!OPENS.has(tokens[start]?.kind ?? null)) return []
  let end = start + 1
  while (goesOn(tokens[end - 1], tokens[end])) end += 1
  while (end > start && tokens[end - 1]?.kind === 'link') end -= 1
  return tokens.slice(start, end)
}

function goesOn(previous: Token | undefined, next: Token | undefined): boolean {
  if (previous === undefined || next === undefined || next.kind === null) return false
  if (next.from - previous.to > 3 && !/[,;)]$/u.test(previous.text)) return false
  if (!next.startsLine || next.kind === 'clock' || next.kind === 'link') return true
  if (previous.kind === 'head' || previous.kind === 'link' || /,$|^\d\.$/u.test(previous.text)) return true
  if (next.kind === 'time' && previous.kind !== 'time' && previous.kind !== 'clock') return isExact(next)
  return !next.afterHardBreak && next.kind !== 'day' && next.kind !== 'shortRange'
}

/** `8:00` or `8-12`, more than a number. */
function isExact({ text }: Token): boolean {
  return /[:.–-]/u.test(text.replace(/[.,;]$/u, ''))
}

function isSure(run: readonly Token[]): boolean {
  const has = (kind: HourWord): boolean => run.some((token) => token.kind === kind)
  const shortDays = run.filter((token) => token.kind === 'shortDay').length
  const exactTime = run.some((token) => token.kind === 'time' && isExact(token))
  if (run[0]?.kind === 'time') return has('clock') || run.some((token) => /\d(?:Uhr|h)$/u.test(token.text))
  if (has('day') || has('shortRange')) return true
  if (shortDays > 0) return shortDays > 1 || has('clock') || exactTime
  return has('head') && (has('time') || has('word') || run.some((token) => token.text.endsWith(':')))
}
