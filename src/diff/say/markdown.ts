import type { Stretch } from '../compare/compare-words.ts'
import { type EditionDiff, openChanges } from '../diff-reports.ts'
import { causeWords, editionWords, findingWords } from './diff-words.ts'
import type { Format } from './format.ts'
import { groupChanges, summaryOf } from './grouped-changes.ts'
import { elided, showChange, type ShownChange } from './shown-change.ts'

/** For a comment on a pull request. What does not fit is counted. */
export const formatMarkdown: Format = (diff, { rules, maxLength }) => {
  const open = openChanges(diff)
  const head = headOf(diff)
  const groups = groupChanges(open, diff, rules.outline.entity.key)
  const parts = groups.flatMap(({ name, changes }) =>
    changes.map((change, index) => ({
      text: `${index === 0 ? `\n### ${escaped(name)}\n\n` : ''}${changeLine(showChange(change))}`,
    })),
  )
  let text = head
  for (const [index, part] of parts.entries()) {
    const rest = parts.length - index
    if (maxLength !== null && text.length + part.text.length + cutLine(rest).length > maxLength)
      return text + cutLine(rest)
    text += part.text
  }
  return text
}

function headOf(diff: EditionDiff): string {
  const accepted = diff.changes.length - openChanges(diff).length
  const notes = findingWords(diff).map(({ severity, words }) => `- **${severity}**: ${escaped(words)}\n`)
  return [
    `## ${escaped(editionWords(diff.old))} → ${escaped(editionWords(diff.new))}\n\n`,
    `**${summaryOf(openChanges(diff))}**${accepted === 0 ? '' : `, ${String(accepted)} accepted`}. ${causeWords(diff.cause)}\n`,
    ...(notes.length === 0 ? [] : ['\n', ...notes]),
  ].join('')
}

function cutLine(count: number): string {
  return `\n… and ${String(count)} ${count === 1 ? 'change' : 'changes'} more, cut to the size limit.\n`
}

function changeLine({ change, place, before, after, words, remarks }: ShownChange): string {
  const notes = remarks.length === 0 ? '' : ` (${escaped(remarks.join('; '))})`
  const isWhole = change.subject === 'entity' || change.subject === 'section'
  const values = isWhole && change.kind !== 'renamed' ? '' : valuesOf(before, after, words)
  return `- **${change.level}** ${change.kind} \`${place.replaceAll('`', '')}\`${notes}${values === '' ? '' : `<br>${values}`}\n`
}

function valuesOf(before: string | null, after: string | null, words: readonly Stretch[] | null): string {
  if (words !== null) return words.map(stretchOf).join('')
  return [struck(before), inserted(after)].filter((part) => part !== '').join(' → ')
}

function stretchOf({ isSame, before, after }: Stretch, index: number, all: readonly Stretch[]): string {
  if (!isSame) return struck(before) + inserted(after)
  return escaped(elided(before, index > 0, index < all.length - 1))
}

function struck(text: string | null): string {
  return text === null || text === '' ? '' : `<del>${escaped(cut(text))}</del>`
}

function inserted(text: string | null): string {
  return text === null || text === '' ? '' : `<ins>${escaped(cut(text))}</ins>`
}

const LONGEST = 600

function cut(text: string): string {
  const points = [...text]
  return points.length <= LONGEST ? text : `${points.slice(0, LONGEST).join('')} …`
}

/** Text of a document is shown as it is: no markup, no mention, no link, no line of its own. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, (signs) => (/^[\n\r\u2028\u2029]+$/u.test(signs) ? '\n' : ' '))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_{}[\]()#+!|~@:]/gu, (sign) => `&#${String(sign.charCodeAt(0))};`)
    .replaceAll('\n', '<br>')
}
