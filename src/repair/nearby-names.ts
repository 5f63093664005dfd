import { foldUmlauts } from './fold-umlauts.ts'
import type { TokenLine } from './printed-token.ts'
import { isCapitalised } from './word-at-joint.ts'

/**
 * Capitalised words of the lines, folded, hyphens kept, and their parts; a word cut at a line end counts as one and as a compound, for
 * the name in `Tim Muster-⏎mann` must be found before its line end is decided.
 */
export function nearbyNames(lines: readonly TokenLine[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const [index, line] of lines.entries()) {
    for (const token of line.tokens) addNames(names, token.text)
    const before = lines[index - 1]
    const first = line.tokens[0]?.text ?? ''
    const last = before?.tokens.at(-1)?.text ?? ''
    if (before === undefined || before.mark === 'none') continue
    addNames(names, last.replace(/-$/u, '') + first)
    if (isCapitalised(first)) addNames(names, `${last.replace(/-$/u, '')}-${first}`)
  }
  return names
}

/** Most words. */
const BEGINS_SMALL = /^[a-zäöüß]/u

function addNames(names: Set<string>, text: string): void {
  if (BEGINS_SMALL.test(text) || /[@/]/u.test(text)) return
  const name = /^\P{L}*(\p{Lu}[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*)/u.exec(text)?.[1]
  if (name === undefined) return
  for (const part of [name, ...name.split('-')]) names.add(foldUmlauts(part))
}
