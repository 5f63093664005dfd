import type { Line } from '../../src/layout/line.ts'
import type { JoinAction, RepairedText, Span } from '../../src/repair/repaired-text.ts'

/**
 * Joins lines by the simplest rules there are, so that the tests of this folder say nothing about repair: a hyphen goes
 * before a lower-case letter, stays before a digit or a capital, and `-` before a conjunction keeps its blank. Inside an address
 * of the web nothing stands between the parts.
 */
export function plainJoin(lines: readonly Line[]): RepairedText {
  let text = ''
  const spans: Span[] = []
  for (const [index, line] of lines.entries()) {
    const action = index === 0 ? 'cut' : join(text, line.text)
    if (action === 'blank' || action === 'hyphen-and-blank') text += ' '
    if (action === 'hyphen-removed') {
      text = text.slice(0, -1)
      const last = spans.pop()
      if (last !== undefined) spans.push({ ...last, to: text.length })
    }
    for (const [place, word] of line.words.entries()) {
      if (place > 0) text += ' '
      spans.push({ from: text.length, to: text.length + word.text.length, word: word.id })
      text += word.text
    }
  }
  return { text, spans, joins: [] }
}

function join(above: string, below: string): JoinAction {
  if (above.includes('@') && above.endsWith('.')) return 'cut'
  if (!/[\p{L}\p{N}]-$/u.test(above)) return 'blank'
  if (/^(?:und|oder|u\.)\s/u.test(below)) return 'hyphen-and-blank'
  return /^\p{Ll}/u.test(below) ? 'hyphen-removed' : 'hyphen-kept'
}
