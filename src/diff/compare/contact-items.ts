import type { Address, Contact, Person, Phone } from '../../report/report.ts'
import type { ContentKey } from './content-key.ts'
import { type Item, itemOfText } from './compare-items.ts'

/** A list of a contact's values. */
export interface ContactItems {
  /** Key in the contact. */
  readonly key: 'organisations' | 'persons' | 'addresses' | 'phones' | 'emails' | 'urls' | 'notes'
  readonly items: readonly Item[]
}

/**
 * What a contact holds, each value with the key by which it is known: a number by E.164, an e-mail address and a host
 * without regard to case, a web address without its protocol.
 */
export function itemsOfContact(contact: Contact, content: ContentKey): readonly ContactItems[] {
  const texts = (list: readonly string[]): readonly Item[] => list.map((text) => itemOfText(text, content))
  return [
    { key: 'organisations', items: texts(contact.organisations) },
    { key: 'persons', items: contact.persons.map((person) => itemOfPerson(person, content)) },
    {
      key: 'addresses',
      items: contact.addresses.map((address) => ({ ...itemOfText(shownAddress(address), content), value: address })),
    },
    { key: 'phones', items: contact.phones.map(itemOfPhone) },
    { key: 'emails', items: contact.emails.map((email) => itemKnownBy(email.toLowerCase(), email)) },
    { key: 'urls', items: contact.urls.map((url) => itemKnownBy(urlKey(url), url)) },
    { key: 'notes', items: texts(contact.notes) },
  ]
}

/** Known by the name alone; another salutation says something else. */
function itemOfPerson(person: Person, content: ContentKey): Item {
  const shown = [person.salutation, person.name].filter((part) => part !== null).join(' ')
  return { key: content(person.name), says: content(shown), shown, value: person }
}

function shownAddress({ street, postalCode, city }: Address): string {
  const town = [postalCode, city].filter((part) => part !== null).join(' ')
  return [street, town].filter((part) => part !== null && part !== '').join(', ')
}

function itemOfPhone(phone: Phone): Item {
  const key = phone.e164 ?? phone.text.replaceAll(/\D/gu, '')
  return { key, says: key, shown: phone.text, value: phone }
}

function itemKnownBy(key: string, value: string): Item {
  return { key, says: key, shown: value, value }
}

/** `HTTPS://Stadt.DE/Amt/` is `stadt.de/Amt`: protocol and host have no case, the path has. */
function urlKey(url: string): string {
  const plain = url.replace(/^[a-z]+:\/\//iu, '').replace(/\/$/u, '')
  const host = plain.split(/[/?#]/u, 1).join('')
  return host.toLowerCase() + plain.slice(host.length)
}
