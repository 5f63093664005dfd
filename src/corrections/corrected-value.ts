import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { ContactItems } from '../diff/compare/contact-items.ts'
import type { Address, Block, Person, Phone, RichText } from '../report/report.ts'
import type { Rules } from '../rules/load-rules.ts'
import type { FieldKind } from '../rules/outline-rules.ts'
import { parseDate } from '../values/parse-date.ts'
import { parseMoney } from '../values/parse-money.ts'
import { parseNumber } from '../values/parse-number.ts'

/** The value of a field of one kind, from what a person typed for it. */
export function correctedValue(kind: FieldKind, text: string, current: unknown, { values }: Rules): unknown {
  switch (kind) {
    case 'richText':
      return correctedText(text, current as RichText)
    case 'number':
      return { text, ...(parseNumber(text, values) ?? { value: null, unit: null }) }
    case 'money':
      return { text, ...(parseMoney(text, values) ?? { amount: null, currency: null }) }
    case 'date':
      return { text, date: parseDate(text, values) }
    case 'reference':
      return { text, id: null }
    case 'text':
    case 'list':
    case 'contact':
      return text
  }
}

/** A line is a block. One that stayed keeps its kind; a new one is of the kind of the one it replaces, or follows. */
function correctedText(text: string, { blocks }: RichText): RichText {
  const lines = text.split('\n')
  const known = new Map(blocks.map((block) => [block.text, block]))
  const corrected = lines.map((line, index): Block => {
    const like = known.get(line) ?? (blocks.length === lines.length ? blocks[index] : undefined) ?? blocks[index - 1]
    return { kind: like?.kind ?? 'paragraph', marker: like?.marker ?? null, level: like?.level ?? 1, text: line }
  })
  return { text, blocks: corrected }
}

/** An entry of one of a contact's lists, from what a person typed for it. */
export function correctedItem(
  list: ContactItems['key'],
  text: string,
  { contacts, family }: Rules,
): string | Person | Phone | Address {
  switch (list) {
    case 'persons':
      return personOf(text, contacts.salutations)
    case 'phones':
      return phoneOf(text, family.phoneCountry as Parameters<typeof parsePhoneNumberFromString>[1])
    case 'addresses':
      return addressOf(text)
    case 'organisations':
    case 'emails':
    case 'urls':
    case 'notes':
      return text
  }
}

function personOf(text: string, salutations: ReadonlySet<string>): Person {
  const salutation = [...salutations].find((word) => text.startsWith(`${word} `)) ?? null
  return { name: salutation === null ? text : text.slice(salutation.length).trimStart(), salutation }
}

function phoneOf(text: string, country: Parameters<typeof parsePhoneNumberFromString>[1]): Phone {
  const number = parsePhoneNumberFromString(text, country)
  return { text, e164: number?.isPossible() === true ? number.number : null }
}

/** `Uferallee 52, 78999 Rabenfurth`, or a part of it. */
function addressOf(text: string): Address {
  const { street, postalCode, city } =
    /^(?:(?<street>[^,]+)(?:, |$))?(?:(?<postalCode>\d{4,5})(?: |$))?(?<city>[^,\d][^,]*)?$/u.exec(text)?.groups ?? {}
  return { street: street ?? null, postalCode: postalCode ?? null, city: city ?? null }
}
