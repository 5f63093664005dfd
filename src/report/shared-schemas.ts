import { z } from 'zod'
import { SEVERITIES } from '../diagnostics/severities.ts'
import type { Diagnostic, DiagnosticCode } from '../diagnostics/diagnostic.ts'
import type { Block, Contact, DateValue, Figure, MoneyValue, NumberValue, Reference, RichText } from './report.ts'

/** Schemas of the parts that every report family shares; their types are in `report.ts`. */

const block = z
  .strictObject({
    kind: z.enum(['paragraph', 'item']).describe('What the layout sets apart: a paragraph, or an item of a list.'),
    marker: z
      .string()
      .min(1)
      .nullable()
      .describe('What the item begins with, as printed; null for a paragraph, or where the font lost it.'),
    level: z.int().min(1).describe('1 for paragraphs and the outermost list, 2 for a list within it.'),
    text: z.string().describe('Words of the block, line ends repaired, one blank for a run of white space.'),
  })
  .refine((value) => value.kind === 'item' || value.marker === null, 'a paragraph has no marker')
  .meta({ id: 'Block', description: 'A paragraph or a list item.' }) satisfies z.ZodType<Block>

const pageBox = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .describe('x0, y0, x1, y1 in points on the page as displayed, origin at the top left.')

/** A chart. What only `--figures` finds out is optional. */
export const figure = z
  .strictObject({
    title: z.string().min(1).describe('Caption as printed.'),
    page: z.int().min(1).exactOptional().describe('Page that the chart is drawn on, from 1.'),
    bbox: pageBox.exactOptional(),
    file: z.string().min(1).exactOptional().describe('Picture of the chart, beside report.json.'),
    words: z
      .array(z.strictObject({ text: z.string().min(1), bbox: pageBox }))
      .exactOptional()
      .describe('Words and numbers that are printed in the chart.'),
  })
  .meta({ id: 'Figure', description: 'A chart, known by its caption.' }) satisfies z.ZodType<Figure>

/** A text with its paragraphs and list items. */
export const richText = z
  .strictObject({
    text: z
      .string()
      .describe("The blocks' texts joined with a line feed, without list markers. Empty where nothing is printed."),
    blocks: z.array(block).describe('In printed order. Empty where nothing is printed.'),
  })
  .refine(
    ({ text, blocks }) => text === blocks.map((entry) => entry.text).join('\n'),
    'the text is not that of the blocks',
  )
  .meta({ id: 'RichText', description: 'A text with its paragraphs and list items.' }) satisfies z.ZodType<RichText>

const person = z.strictObject({
  name: z.string().min(1).describe('Without salutation.'),
  salutation: z.string().min(1).nullable().describe('As printed; null where none is printed.'),
})

const address = z.strictObject({
  street: z.string().min(1).nullable().describe('Street and number, as printed; null where none is printed.'),
  postalCode: z.string().min(1).nullable().describe('As printed; null where none is printed.'),
  city: z.string().min(1).nullable().describe('As printed; null where none is printed.'),
})

const phone = z.strictObject({
  text: z.string().min(1).describe('As printed, line ends repaired.'),
  e164: z
    .string()
    .regex(/^\+[1-9]\d{1,14}$/u)
    .nullable()
    .describe('The number in the form of E.164; null where the printed one is not a possible number.'),
})

/** A contact cell, taken apart. */
export const contact = z
  .strictObject({
    text: z.string().min(1).describe('The cell as one text, line ends repaired.'),
    organisations: z.array(z.string().min(1)).describe('Offices and units, one each, as printed and in printed order.'),
    persons: z.array(person).describe('In printed order.'),
    addresses: z.array(address).describe('In printed order.'),
    phones: z.array(phone).describe('Telephone and fax numbers in printed order.'),
    emails: z.array(z.string().regex(/^[^\s@]+@[^\s@]+$/u)).describe('Whole addresses in printed order.'),
    urls: z.array(z.string().min(1)).describe('Addresses of web pages, as printed, in printed order.'),
    notes: z.array(z.string().min(1)).describe('What is none of the above: opening hours, remarks.'),
    sameAs: z
      .string()
      .min(1)
      .nullable()
      .describe(
        'Id of the record whose contact holds here too, where the cell only refers to the one above; the other fields repeat its values. Null where the cell has its own.',
      ),
  })
  .meta({ id: 'Contact', description: 'A contact cell, taken apart.' }) satisfies z.ZodType<Contact>

/** A text without paragraphs. */
export const text = z.string().describe('The whole as one text, line ends repaired. Empty where nothing is printed.')

/** The entries of a list. */
export const list = z.array(z.string().min(1)).describe('The entries in printed order.')

/** A number with its unit. */
export const numberValue = z
  .strictObject({
    text: z.string().min(1).describe('As printed.'),
    value: z.number().nullable().describe('Null where the text is no single number.'),
    unit: z.string().min(1).nullable().describe('The word or sign after the number, as printed; null without one.'),
  })
  .meta({ id: 'NumberValue', description: 'A number as printed and as a value.' }) satisfies z.ZodType<NumberValue>

/** An amount of money. */
export const moneyValue = z
  .strictObject({
    text: z.string().min(1).describe('As printed.'),
    amount: z.number().nullable().describe('In units of the currency; null where the text is no single amount.'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/u)
      .nullable()
      .describe('ISO 4217; null where the text is no single amount.'),
  })
  .meta({ id: 'MoneyValue', description: 'An amount as printed and as a value.' }) satisfies z.ZodType<MoneyValue>

/** A day, a month or a year. */
export const dateValue = z
  .strictObject({
    text: z.string().min(1).describe('As printed.'),
    date: z
      .string()
      .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u)
      .nullable()
      .describe('ISO 8601, as exact as printed: a day, a month or a year; null where the text is no single date.'),
  })
  .meta({ id: 'DateValue', description: 'A date as printed and as a value.' }) satisfies z.ZodType<DateValue>

/** What names a record of a table. */
export const reference = z
  .strictObject({
    text: z.string().min(1).describe('As printed.'),
    id: z.string().min(1).nullable().describe('Id of the record that is named; null where none has this name.'),
  })
  .meta({ id: 'Reference', description: 'The name of a record elsewhere.' }) satisfies z.ZodType<Reference>

function isCode(code: string): code is DiagnosticCode {
  return code in SEVERITIES
}

const CODES = Object.keys(SEVERITIES).filter(isCode)

/** A diagnostic as the report shows it. */
export const diagnostic = z
  .strictObject({
    code: z.enum(CODES).describe('What happened; src/diagnostics/README.md explains each code.'),
    severity: z
      .enum(['error', 'warning', 'info'])
      .describe(
        'error: the report is wrong or incomplete here. warning: the document does not contain enough to decide. info: decided, worth a look.',
      ),
    message: z.string().min(1).describe('What, why, and what to do about it, in plain English.'),
    page: z.int().min(1).nullable().describe('1-based; null where no single page is meant or the input has none.'),
    pointer: z
      .string()
      .regex(/^(?:\/(?:[^~/]|~[01])*)*$/u)
      .nullable()
      .describe('JSON Pointer to the value in this file; null where no value corresponds.'),
  })
  .meta({
    id: 'Diagnostic',
    description: 'Something about the document that a person may want to know.',
  }) satisfies z.ZodType<Diagnostic>
