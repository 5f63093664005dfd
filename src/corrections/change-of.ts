import { isEmptyValue } from '../diff/compare/compare-values.ts'
import { itemsOfContact } from '../diff/compare/contact-items.ts'
import { listOf, shownText, textOf } from '../diff/compare/report-tree.ts'
import type { Contact, RichText } from '../report/report.ts'
import type { Rules } from '../rules/load-rules.ts'
import { KINDS } from '../values/kinds.ts'
import { correctedItem, correctedValue } from './corrected-value.ts'
import type { Correction } from './corrections-file.ts'
import type { Target } from './find-targets.ts'

/** What a correction changes, or what was found instead of what it expects; null where nothing was. */
export type Effect = Change | { readonly found: string | null }

export interface Change {
  /** Of the field, or of the list. */
  readonly pointer: string
  readonly value: unknown
  /** The list whose entries change places, with the old place of each; null for one that is new. */
  readonly list: { readonly pointer: string; readonly kept: readonly (number | null)[] } | null
  /** Pointers to the leaves that are marked. */
  readonly marked: readonly string[]
}

/** @returns nothing but what was found, where the correction expects another value */
export function changeOf({ field, within }: Target, correction: Correction, rules: Rules): Effect {
  const { kind, json, pointer } = field
  if (within === 'text') return changeOfText(textOf((json as Contact).text), `${pointer}/text`, correction)
  if (within !== null) {
    const items = itemsOfContact(json as Contact, (text) => text).find(({ key }) => key === within)?.items ?? []
    const values = items.map(({ shown, value }) => ({ shown, value }))
    return changeOfList(values, `${pointer}/${within}`, correction, (text) => correctedItem(within, text, rules))
  }
  if (kind === 'list') {
    const values = listOf(json).map((value) => ({ shown: textOf(value), value }))
    return changeOfList(values, pointer, correction, (text) => text)
  }
  const found = isEmptyValue(json) ? null : shownText(json)
  if (found !== correction.before || (kind === 'contact' && correction.after !== null)) return { found }
  const { after } = correction
  const value = after === null || after === '' ? KINDS[kind].empty : correctedValue(kind, after, json, rules)
  const marked = [kind === 'text' || kind === 'contact' ? pointer : `${pointer}/text`]
  const list = kind === 'richText' ? { pointer: `${pointer}/blocks`, kept: keptBlocks(json, value) } : null
  return { pointer, value, list, marked }
}

function changeOfText(found: string, pointer: string, { before, after }: Correction): Effect {
  return found === before && after !== null ? { pointer, value: after, list: null, marked: [pointer] } : { found }
}

function changeOfList(
  entries: readonly { readonly shown: string; readonly value: unknown }[],
  pointer: string,
  { before, after }: Correction,
  valueOf: (text: string) => unknown,
): Effect {
  const index = before === null ? entries.length : entries.findIndex(({ shown }) => shown === before)
  if (index < 0) return { found: entries.length === 0 ? null : entries.map(({ shown }) => shown).join('; ') }
  const kept = entries.map((_, place): number | null => place)
  const values = entries.map(({ value }) => value)
  kept.splice(index, 1, ...(after === null ? [] : [before === null ? null : index]))
  values.splice(index, 1, ...(after === null ? [] : [valueOf(after)]))
  const marked = [after === null ? pointer : `${pointer}/${String(index)}`]
  return { pointer, value: values, list: { pointer, kept }, marked }
}

/** A block that reads as before stands where it stood; where none was added, the others do as well. */
function keptBlocks(before: unknown, after: unknown): readonly (number | null)[] {
  const [old, next] = [before, after].map((text) => (text as RichText).blocks)
  return (next ?? []).map(({ text }, index) => {
    const place = old?.findIndex((block) => block.text === text) ?? -1
    if (place >= 0) return place
    return old?.length === next?.length ? index : null
  })
}
