import type { ContentBlock } from '../../fixtures/typeset/content.ts'
import type { Content } from '../../fixtures/typeset/content.ts'
import { goldOf, type GoldCity, type GoldContact, type GoldOffer, type GoldText } from '../../fixtures/typeset/gold.ts'
import type { Contact, RichText } from '../../src/report/report.ts'
import type { City, OffersRecord } from '../../src/report/stadtprofile.generated.ts'

/** What an edition says, with the values of the contact above where a contact refers to it. */
export function truthOf(content: Content): readonly GoldCity[] {
  return goldOf(content).map((city) => {
    const { offers } = city.programme
    return { ...city, programme: { ...city.programme, offers: offers.map((offer) => resolve(offer, offers)) } }
  })
}

function resolve(offer: GoldOffer, offers: readonly GoldOffer[]): GoldOffer {
  const above = offer.contact?.sameAs ?? null
  const own = above === null ? null : (offers[above]?.contact ?? null)
  return own === null ? offer : { ...offer, contact: { ...own, sameAs: above } }
}

/** A city of a report in the shape of the truth. */
export function asGold({ number, name, id, facts, organisation, programme }: City): GoldCity {
  const sections = Object.entries({ facts, organisation, programme }).map(([kind, section]) => ({
    kind,
    printedNumber: section?.heading.number ?? '',
    title: section?.heading.title ?? '',
  }))
  const offers = programme?.offers ?? []
  return {
    number,
    name,
    id,
    sections,
    figures: facts?.figures.map(({ title }) => title) ?? [],
    organisation: {
      steering: asGoldText(organisation?.steering),
      delivery: asGoldText(organisation?.delivery),
      taskDivision: asGoldText(organisation?.taskDivision),
      cooperationBodies: asGoldText(organisation?.cooperationBodies),
    },
    programme: {
      goals: asGoldText(programme?.goals),
      fundingPriorities: asGoldText(programme?.fundingPriorities),
      offers: offers.map((offer) => asGoldOffer(offer, offers)),
    },
  }
}

/** The letters of symbol fonts; the truth says null, for no text font has them. */
const SYMBOL = /^\p{Co}$/u

/** A list marker, null where the font lost it. */
export function printedMarker(marker: string | null): string | null {
  return marker === null || SYMBOL.test(marker) ? null : marker
}

function asGoldText(text: RichText | undefined): GoldText {
  const blocks = text?.blocks ?? []
  return {
    text: text?.text ?? '',
    blocks: blocks.map((block) => ({
      kind: block.kind === 'item' ? 'item' : 'para',
      marker: printedMarker(block.marker),
      text: block.text,
    })),
  }
}

function asGoldOffer({ name, description, contact }: OffersRecord, offers: readonly OffersRecord[]): GoldOffer {
  return {
    name,
    description: asGoldText(description),
    contactRaw: contact?.text ?? null,
    contact: contact === null ? null : asGoldContact(contact, offers),
  }
}

function asGoldContact(contact: Contact, offers: readonly OffersRecord[]): GoldContact {
  const { organisations, persons, emails, phones, urls, addresses, notes, sameAs } = contact
  return {
    organisations,
    persons: persons.map((person) => (person.salutation === null ? person.name : `${person.salutation} ${person.name}`)),
    emails,
    phones: phones.map(({ text, e164 }) => e164 ?? text),
    urls,
    addresses: addresses.map(({ street, postalCode, city }) => ({
      street: street ?? '',
      postalCode: postalCode ?? '',
      city: city ?? '',
    })),
    other: notes,
    sameAs: sameAs === null ? null : offers.findIndex(({ id }) => id === sameAs),
  }
}

/** Levels of all list items of an edition in printed order. */
export function levelsOfContent(content: Content): readonly number[] {
  const level = (block: ContentBlock): number => (typeof block === 'string' ? 1 : (block[2] ?? 1))
  return content.cities.flatMap((city) =>
    [
      city.steering,
      city.delivery,
      city.taskDivision,
      city.cooperationBodies,
      city.goals,
      city.fundingPriorities,
      ...city.offers.map(({ description }) => description),
    ].flatMap((blocks) => blocks.map(level)),
  )
}

/** Levels of all list items of a report in printed order. */
export function levelsOfCities(cities: readonly City[]): readonly number[] {
  const levels = (text: RichText | undefined) => text?.blocks.map(({ level }) => level) ?? []
  return cities.flatMap(({ organisation, programme }) => [
    ...levels(organisation?.steering),
    ...levels(organisation?.delivery),
    ...levels(organisation?.taskDivision),
    ...levels(organisation?.cooperationBodies),
    ...levels(programme?.goals),
    ...levels(programme?.fundingPriorities),
    ...(programme?.offers ?? []).flatMap(({ description }) => levels(description)),
  ])
}
