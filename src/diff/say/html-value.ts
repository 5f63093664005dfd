import { type Markup, markup } from '../../pages/markup.ts'
import type { Subject } from '../compare/difference.ts'
import { fieldsOf, listOf, shownText, textOf } from '../compare/report-tree.ts'
import { shownValue } from './shown-value.ts'

type Fields = Readonly<Record<string, unknown>>

/** A value that was added or removed as a whole, with all that it holds. */
export function wholeValue(value: unknown, subject: Subject): Markup {
  if (typeof value === 'string') return markup`${value}`
  const fields = fieldsOf(value)
  switch (subject) {
    case 'record':
      return cells(fields)
    case 'table':
      return rows(listOf(value))
    case 'section':
      return folded(titleOf(fields), section(fields))
    case 'entity':
      return folded(textOf(fields['name']), chapter(fields))
    default:
      return markup`${shownValue(value, subject)}`
  }
}

function folded(title: string, content: Markup): Markup {
  return markup`<b>${title}</b><details class="held"><summary>What it holds</summary>${content}</details>`
}

function chapter(fields: Fields): Markup {
  const sections = Object.values(fields).map(fieldsOf).filter(isSection)
  return markup`${sections.map((one) => markup`<h4>${titleOf(one)}</h4>${section(one)}`)}`
}

function isSection(fields: Fields): boolean {
  return 'heading' in fields
}

function titleOf(section: Fields): string {
  return textOf(fieldsOf(section['heading'])['title'])
}

function section(fields: Fields): Markup {
  return cells(Object.fromEntries(Object.entries(fields).filter(([key]) => key !== 'heading')))
}

function rows(list: readonly unknown[]): Markup {
  return markup`<ul class="rows">${list.map((row) => markup`<li>${cells(fieldsOf(row))}</li>`)}</ul>`
}

/** Each named value that holds something; an id repeats the name. */
function cells(fields: Fields): Markup {
  const shown = Object.entries(fields)
    .filter(([key]) => key !== 'id')
    .map(([key, value]) => ({ key, content: areRows(value) ? rows(value) : markup`${wordsOf(value)}` }))
    .filter(({ content }) => content.markup !== '')
  return markup`<dl>${shown.map(({ key, content }) => markup`<dt>${key}</dt><dd>${content}</dd>`)}</dl>`
}

function areRows(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0 && value.every((row) => 'id' in fieldsOf(row))
}

/** As the other formats show a value; of what they have no words for, the words of its parts. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return joined(value.map(wordsOf), '\n')
  if (shownText(value) !== '') return shownText(value)
  return joined(Object.values(fieldsOf(value)).map(wordsOf), ': ')
}

function joined(words: readonly string[], separator: string): string {
  return words.filter((word) => word !== '').join(separator)
}
