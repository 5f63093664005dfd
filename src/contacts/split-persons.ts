import type { ContactRules } from '../rules/contact-rules.ts'
import type { Range } from './claim.ts'
import type { RestPart } from './divide-rest.ts'
import { escapePattern } from '../rules/escape-pattern.ts'
import { nameShape } from './name-shape.ts'
import type { ContactContext } from './parsed-contact.ts'

/**
 * Sets persons apart that stand in one part with something else: on a line of their own, or joined by a conjunction.
 *
 *     Amt für Kultur
 *     Anna Muster            a line of its own, though nothing else says that the line above ends
 *     Anna Muster und Max Beispiel
 *     Anna Muster (Sprecherin)
 */
export function splitPersons(
  part: RestPart,
  free: string,
  rules: ContactRules,
  context: ContactContext,
): readonly RestPart[] {
  const sure = ({ from, to }: Range): boolean => nameShape(free, from, to, rules, context)?.sure === true
  const bracketed = cut(part, free, /\s(?=\([^()]*\)$)/gu)
  if (bracketed.length > 1 && bracketed[0] !== undefined && sure(bracketed[0])) return withAfter(bracketed, part)
  const joint = conjunction(rules)
  const joined = cut(part, free, joint)
  if (joined.length > 1 && joined.every(sure))
    return [...withAfter(joined, part), ...withAfter(joints(part, free, joint), part)]
  const lines = cut(part, free, /\t/gu)
  const persons = new Set(lines.filter(sure))
  if (lines.length < 2 || persons.size === 0) return [part]
  const groups: Range[][] = []
  for (const line of lines) {
    const last = groups.at(-1)?.at(-1)
    if (last === undefined || persons.has(line) || persons.has(last)) groups.push([line])
    else groups.at(-1)?.push(line)
  }
  return groups.map((group, index) => ({
    from: group[0]?.from ?? part.from,
    to: group.at(-1)?.to ?? part.to,
    after: index === 0 ? part.after : 'line',
  }))
}

function withAfter(ranges: readonly Range[], { after }: RestPart): readonly RestPart[] {
  return ranges.map((range, index) => ({ ...range, after: index === 0 ? after : 'mark' }))
}

function joints({ from, to }: Range, free: string, separator: RegExp): readonly Range[] {
  return [...free.slice(from, to).matchAll(separator)].map((match) => ({
    from: from + match.index,
    to: from + match.index + match[0].length,
  }))
}

function conjunction(rules: ContactRules): RegExp {
  const words = [...rules.conjunctions].map(escapePattern)
  return new RegExp(`(?<=\\s)(?:${words.join('|')})(?=\\s)|/`, 'gu')
}

function cut({ from, to }: Range, free: string, separator: RegExp): readonly Range[] {
  const text = free.slice(from, to)
  const ends = [...text.matchAll(separator)].map((match) => ({ from: match.index, to: match.index + match[0].length }))
  const starts = [0, ...ends.map((end) => end.to)]
  return starts.flatMap((start, index) => {
    const piece = text.slice(start, ends[index]?.from ?? text.length)
    const lead = piece.length - piece.trimStart().length
    const bare = piece.trim()
    return bare === '' ? [] : [{ from: from + start + lead, to: from + start + lead + bare.length }]
  })
}
