import type { Subject } from '../compare/difference.ts'
import { fieldsOf, listOf, shownText, textOf } from '../compare/report-tree.ts'

/** A value in words, for people: what is printed in the report, without the names of fields. */
export function shownValue(value: unknown, subject: Subject): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  switch (subject) {
    case 'entity':
      return textOf(fieldsOf(value)['name'])
    case 'section':
      return textOf(fieldsOf(fieldsOf(value)['heading'])['title'])
    case 'table':
      return listOf(value).map(rowWords).join('\n')
    case 'record':
      return rowWords(value)
    case 'error':
      return textOf(fieldsOf(value)['message'])
    default:
      return Array.isArray(value) ? value.map(entryWords).join('\n') : entryWords(value)
  }
}

/** The cells of a row. */
function rowWords(row: unknown): string {
  return Object.entries(fieldsOf(row))
    .filter(([key]) => key !== 'id')
    .map(([, cell]) => (Array.isArray(cell) ? cell.map(entryWords).join(', ') : entryWords(cell)).replaceAll('\n', ' '))
    .filter((words) => words !== '')
    .join(' | ')
}

/** A text, a paragraph or item with its marker, a person, an address, or anything with a `text`. */
function entryWords(entry: unknown): string {
  if (typeof entry === 'string') return entry
  const fields = fieldsOf(entry)
  if ('kind' in fields) {
    const indent = '  '.repeat(Math.max(0, Number(fields['level']) - 1))
    return `${indent}${fields['kind'] === 'item' ? textOf(fields['marker']) || '•' : '¶'} ${shownText(entry)}`
  }
  if ('salutation' in fields) return joined([fields['salutation'], fields['name']], ' ')
  if ('street' in fields) return joined([fields['street'], joined([fields['postalCode'], fields['city']], ' ')], ', ')
  return shownText(entry)
}

function joined(parts: readonly unknown[], separator: string): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join(separator)
}
