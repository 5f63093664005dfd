import type { z } from 'zod'
import type { ColumnFlow } from '../blocks/paragraph-break.ts'
import type { Line } from '../layout/line.ts'
import {
  contact,
  dateValue,
  list,
  moneyValue,
  numberValue,
  reference,
  richText,
  text,
} from '../report/shared-schemas.ts'
import type { CompiledColumn, CompiledField } from '../rules/load-rules.ts'
import type { FieldKind } from '../rules/outline-rules.ts'
import type { FieldValue } from './field-value.ts'
import type { KnownPersons } from './known-persons.ts'
import { readContact } from './read-contact.ts'
import { readDate, readMoney, readNumber } from './read-amounts.ts'
import { readList } from './read-list.ts'
import { readReference } from './read-reference.ts'
import { readRichText } from './read-rich-text.ts'
import { readText } from './read-text-value.ts'
import type { ValueReaders } from './value-readers.ts'

/** What the rules say of a field or column beside its kind. */
export interface FieldOptions {
  /** Of a list: the sign between entries that stand on one line. */
  readonly separator?: string | undefined
  /** Of a reference: key of the table whose records it names. */
  readonly to?: string | undefined
}

/** The options that the rules give a field or column. */
export function optionsOf(rule: CompiledField | CompiledColumn): FieldOptions {
  return {
    separator: rule.kind === 'list' ? rule.separator : undefined,
    to: rule.kind === 'reference' ? rule.to : undefined,
  }
}

/** What reading a value needs besides its lines. */
export interface FieldContext {
  readonly options: FieldOptions
  /** How the column is set in which the lines stand. */
  readonly flow: ColumnFlow
  readonly readers: ValueReaders
  /** Persons that some contact of the document names beyond doubt. */
  readonly knownPersons: KnownPersons
}

/** A kind of value that rules can name. */
export interface Kind {
  /** What the report holds. */
  readonly schema: z.ZodType
  /** The same as a TypeScript type. */
  readonly type: string
  /** What the report holds where nothing is printed. */
  readonly empty: unknown
  /** @param lines in reading order; may be none */
  readonly read: (lines: readonly Line[], context: FieldContext) => FieldValue
}

/** All kinds of values. `table`, `figure` and `group` are no values: they hold records, stand for a picture, or only head what follows. */
export const KINDS: Readonly<Record<FieldKind, Kind>> = {
  richText: { schema: richText, type: 'RichText', empty: { text: '', blocks: [] }, read: readRichText },
  text: { schema: text, type: 'string', empty: '', read: readText },
  list: { schema: list, type: 'readonly string[]', empty: [], read: readList },
  contact: { schema: contact.nullable(), type: 'Contact | null', empty: null, read: readContact },
  number: { schema: numberValue.nullable(), type: 'NumberValue | null', empty: null, read: readNumber },
  money: { schema: moneyValue.nullable(), type: 'MoneyValue | null', empty: null, read: readMoney },
  date: { schema: dateValue.nullable(), type: 'DateValue | null', empty: null, read: readDate },
  reference: { schema: reference.nullable(), type: 'Reference | null', empty: null, read: readReference },
}
