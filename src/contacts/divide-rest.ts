import type { ContactRules } from '../rules/contact-rules.ts'
import { CLAIMED } from './claim.ts'
import { unitStrength } from './unit-head.ts'
import { leadLength, trimEndOf } from './trim-characters.ts'

/** A stretch of text that nothing has claimed, between separators. */
export interface RestPart {
  readonly from: number
  readonly to: number
  /** What stands before it: the start of the cell, a claim, a line end, a comma, or a stronger mark. */
  readonly after: 'start' | 'claim' | 'line' | 'comma' | 'mark'
}

const PIECE = new RegExp(`[^\\n;|•·${CLAIMED}]+`, 'gu')
/** Punctuation around a part belongs to no value. */
const EDGE = ' ,:&/–<>'

/**
 * Divides what is left of a cell at claims, certain line ends, semicolons, colons and commas. A comma within brackets
 * or between digits divides nothing.
 */
export function divideRest(free: string): readonly RestPart[] {
  return [...free.matchAll(PIECE)].flatMap((match) => {
    const before = free.charAt(match.index - 1)
    const first = before === '' ? 'start' : before === CLAIMED ? 'claim' : before === '\n' ? 'line' : 'mark'
    return divideAtCommas(match[0]).flatMap((part, index): readonly RestPart[] => {
      const text = match[0].slice(part.from, part.to)
      const lead = leadLength(text, `${EDGE}.-`)
      const bare = trimEndOf(withoutDash(trimEndOf(text.slice(lead), EDGE)), EDGE)
      if (bare === '') return []
      const from = match.index + part.from + lead
      const commaFirst = index === 0 && first !== 'start' && /^\s*,/u.test(text)
      return [{ from, to: from + bare.length, after: index > 0 ? part.after : commaFirst ? 'comma' : first }]
    })
  })
}

/** A hyphen that touches the word before it belongs to the word: `Boots-`. */
function withoutDash(text: string): string {
  return text.endsWith(' -') ? text.slice(0, -2) : text
}

function divideAtCommas(text: string): readonly { from: number; to: number; after: 'comma' | 'mark' }[] {
  const parts: { from: number; to: number; after: 'comma' | 'mark' }[] = []
  let [from, depth] = [0, 0]
  let after: 'comma' | 'mark' = 'mark'
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '(') depth += 1
    if (character === ')') depth = Math.max(0, depth - 1)
    const comma = character === ',' && !/^\d/u.test(text.slice(at + 1))
    const colon = character === ':' && /^(?:\s|$)/u.test(text.slice(at + 1))
    if (depth > 0 || (!comma && !colon)) continue
    parts.push({ from, to: at, after })
    from = at + 1
    after = comma ? 'comma' : 'mark'
  }
  return [...parts, { from, to: text.length, after }]
}

/** Whether a part after a comma begins a unit of its own; otherwise the comma is part of the name before it. */
export function beginsUnit(part: RestPart, free: string, rules: ContactRules): boolean {
  return part.after !== 'comma' || unitStrength(free.slice(part.from, part.to), rules) !== null
}
