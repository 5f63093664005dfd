import { type Markup, markup } from '../../pages/markup.ts'
import type { Stretch } from '../compare/compare-words.ts'

/** The two editions, as a change has them. */
export type Side = 'old' | 'new'

/** One side of a text: what only it has is marked, and long stretches that both have are folded. */
export function markedText(words: readonly Stretch[], side: Side): Markup {
  return markup`${words.map(({ isSame, before, after }, index) =>
    isSame
      ? unchanged(before, index > 0, index < words.length - 1)
      : onlyHere(side === 'old' ? before : after, side, 'part'),
  )}`
}

/** What only one side has: words within a text, or the whole of it. */
export function onlyHere(content: string | Markup, side: Side, extent: 'part' | 'whole'): Markup {
  const shown = typeof content === 'string' ? inked(content) : content
  if (shown.markup === '') return shown
  return side === 'old' ? markup`<del class="${extent}">${shown}</del>` : markup`<ins class="${extent}">${shown}</ins>`
}

/** White space alone would show as nothing. */
function inked(text: string): Markup {
  if (!/^\s+$/u.test(text)) return markup`${text}`
  const signs = text.replaceAll('\n', '↵\n').replaceAll(/[^\S\n]/gu, (blank) => (blank === ' ' ? '␣' : '⍽'))
  return markup`<span title="white space">${signs}</span>`
}

/** Words of what stayed that are shown on either side of a change. */
const CONTEXT = 24

/** Words that are worth a fold. */
const FOLDED_LEAST = 24

function unchanged(text: string, isAfterChange: boolean, isBeforeChange: boolean): Markup {
  const words = text.split(/(?<=\s)(?=\S)/u)
  const head = isAfterChange ? CONTEXT : 0
  const tail = isBeforeChange ? CONTEXT : 0
  const folded = words.length - head - tail
  if (folded < FOLDED_LEAST) return markup`${text}`
  const [shown, hidden, rest] = [words.slice(0, head), words.slice(head, head + folded), words.slice(head + folded)]
  const summary = markup`<summary>${folded} unchanged words</summary>`
  return markup`${shown.join('')}<details class="fold">${summary}${hidden.join('')}</details>${rest.join('')}`
}
