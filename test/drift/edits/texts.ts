import type { ContentBlock, ContentCity } from '../../../fixtures/typeset/content.ts'
import { LABELS } from '../../../fixtures/typeset/labels.ts'
import { type Edition, withCity } from '../edition.ts'
import { type Edit, openInDump, right, rightOrTold, told } from '../expected.ts'

/** Texts and contacts that hold what looks like something else. */
export const TEXT_EDITS: readonly Edit[] = [
  {
    name: 'a line within a text looks like the heading of a city',
    apply: (edition, draw) => {
      const { id } = draw.pick(edition.content.cities)
      return right(withParagraph(edition, id, 'goals', draw.below(2), `${draw.pick([3, 5, 12])} Weitere Angebote`))
    },
  },
  {
    name: 'the last line before a section looks like the heading of a city',
    apply: (edition, draw) => {
      const { id, number } = draw.pick(edition.content.cities)
      const line = `${draw.pick([number, number + 1, 5])} Weitere Angebote`
      return right(withParagraph(edition, id, 'cooperationBodies', Number.POSITIVE_INFINITY, line))
    },
  },
  {
    name: 'a line within a text looks like the heading of a section that no rule knows',
    apply: (edition, draw) => {
      const { id, number } = draw.pick(edition.content.cities)
      const line = `${number}.5 Weitere Angebote`
      const changed = withParagraph(edition, id, 'goals', 1, line)
      return rightOrTold(changed, [`${id}/programme/goals`], told(id, ['heading/unknown'], 'Weitere Angebote'))
    },
  },
  {
    name: 'a line within a text looks like the heading of a known section',
    apply: (edition, draw) => {
      const { id, number } = draw.pick(edition.content.cities)
      const title = LABELS.sections.organisation
      const changed = withParagraph(edition, id, 'goals', 1, `${number}.2 ${title}`)
      return rightOrTold(changed, [`${id}/programme`], told(id, ['section/repeated'], title))
    },
  },
  {
    name: 'a line within a text is a label of the section',
    apply: (edition, draw) => {
      const { id } = draw.pick(edition.content.cities)
      const changed = withParagraph(edition, id, 'goals', 1, LABELS.fundingPriorities)
      const open = [`${id}/programme/goals`, `${id}/programme/fundingPriorities`]
      return rightOrTold(changed, open, told(id, [], LABELS.fundingPriorities))
    },
  },
  {
    name: 'list items begin with another sign',
    apply: (edition, draw) => {
      const hasItems = ({ goals, fundingPriorities }: ContentCity) =>
        [...goals, ...fundingPriorities].some((block) => typeof block !== 'string')
      const { id } = draw.pick(edition.content.cities.filter(hasItems))
      const marker = draw.pick(['►', '■', '»', '→', '+'])
      const signed = (blocks: readonly ContentBlock[]) =>
        blocks.map((block): ContentBlock => (typeof block === 'string' ? block : [marker, block[1]]))
      const changed = withCity(edition, id, (city) => ({
        ...city,
        goals: signed(city.goals),
        fundingPriorities: signed(city.fundingPriorities),
      }))
      const open = [`${id}/programme/goals`, `${id}/programme/fundingPriorities`]
      return rightOrTold(changed, open, told(id, [], marker))
    },
  },
  {
    name: 'a contact holds a label that no rule knows',
    apply: (edition, draw) => {
      const { id, offers } = draw.pick(edition.content.cities)
      const at = draw.pick(offers.flatMap(({ contact }, row) => (ownWords(contact) ? [row] : [])))
      const line = 'Funkruf: auental-sieben'
      const changed = withContact(edition, id, at, (contact) => ({
        ...contact,
        print: [...contact.print, line],
        notes: [...contact.notes, line],
      }))
      // Contacts that refer to this one hold the same.
      const rows = offers.flatMap(({ contact }, row) => (row === at || contact?.sameAs === at ? [row] : []))
      const keys = ['organisations', 'persons', 'other']
      const open = rows.flatMap((row) => keys.map((key) => `${id}/programme/offers/${row}/contact/${key}`))
      const codes = ['contact/unclassified', 'contact/person-by-shape'] as const
      const mutation = rightOrTold(changed, open, told(id, codes, 'auental-sieben'))
      // The line may begin the next row there.
      const close = { ...told(id, [...codes, 'table/close-call'], 'auental-sieben', 'Funkruf'), unlessRight: true }
      return openInDump(mutation, [`${id}/programme/offers`], close)
    },
  },
  {
    name: 'the first contact refers to the one above',
    apply: (edition, draw) => {
      const { id } = draw.pick(
        edition.content.cities.filter(({ offers }) => offers.every(({ contact }) => ownWords(contact))),
      )
      const changed = withContact(edition, id, 0, () => ({ ...NO_CONTACT, print: ['s. o.'] }))
      return right(changed, { told: [told(id, ['contact/nothing-above'], 's. o.')], touched: [id] })
    },
  },
]

type TextKey = 'goals' | 'fundingPriorities' | 'cooperationBodies'

function withParagraph(edition: Edition, id: string, key: TextKey, at: number, text: string): Edition {
  return withCity(edition, id, (city) => ({ ...city, [key]: city[key].toSpliced(at, 0, text) }))
}

type Contact = NonNullable<ContentCity['offers'][number]['contact']>

const NO_CONTACT: Contact = {
  print: [],
  organisations: [],
  persons: [],
  emails: [],
  phones: [],
  urls: [],
  addresses: [],
  notes: [],
  sameAs: null,
}

function ownWords(contact: Contact | null): boolean {
  return (contact?.sameAs ?? null) === null
}

function withContact(edition: Edition, id: string, at: number, change: (contact: Contact) => Contact): Edition {
  return withCity(edition, id, (city) => ({
    ...city,
    offers: city.offers.map((offer, row) =>
      row === at ? { ...offer, contact: change(offer.contact ?? NO_CONTACT) } : offer,
    ),
  }))
}
