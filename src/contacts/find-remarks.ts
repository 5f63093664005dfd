import type { ContactRules } from '../rules/contact-rules.ts'
import { CLAIMED, type Claim, type Recogniser } from './claim.ts'
import { leadLength, trimEndOf } from './trim-characters.ts'

const BEGINS = new RegExp(`(?:^|\\n|${CLAIMED})\\s*$`, 'u')
const STRETCH = new RegExp(`[^\\n;|•${CLAIMED}]+`, 'gu')

/** Stretches of free text that are remarks as a whole: `Anmeldung nur bei …`, also over several lines. */
export function findRemarks(rules: ContactRules): Recogniser {
  return (cell, free) =>
    [...free.matchAll(STRETCH)].flatMap((match): readonly Claim[] => {
      const start = match.index + leadLength(match[0], ' ,:.–-')
      const stretch = trimEndOf(free.slice(start, match.index + match[0].length), ' ,:–-')
      const from = remarkStart(stretch.replace(/\s/gu, ' '), stretch, rules)
      if (from === null) return []
      return [
        {
          kind: 'note',
          value: cell.text.slice(start + from, start + stretch.length),
          from: start + from,
          to: start + stretch.length,
        },
      ]
    })
}

/** Where the remark begins: the stretch itself, or one of its lines that begins as remarks do. */
function remarkStart(plain: string, marked: string, rules: ContactRules): number | null {
  if (rules.remarks.some((expression) => expression.test(`${plain} `))) return 0
  const lines = [...marked.matchAll(/(?<=\t)\S/gu)].map((match) => match.index)
  return lines.find((line) => rules.remarks.some((expression) => expression.test(`${plain.slice(line)} `))) ?? null
}

/** Remarks within other text: `Zimmer 12`, `nach Vereinbarung`, `(vormittags)` after a value. */
export function findRemarkPhrases(rules: ContactRules): Recogniser {
  return (cell, free) => {
    const plain = free.replace(/[\t\n]/gu, ' ')
    const found: Claim[] = []
    for (const expression of rules.scanRemarkPhrases) {
      for (const match of plain.matchAll(expression)) {
        const [from, to] = [match.index, match.index + match[0].length]
        const inBrackets = match[0].startsWith('(')
        const standsAlone = BEGINS.test(free.slice(0, from))
        const overlaps = found.some((other) => other.from < to && other.to > from)
        if (overlaps || (inBrackets && !standsAlone)) continue
        found.push({ kind: 'note', value: cell.text.slice(from, to), from, to })
      }
    }
    return found
  }
}
