import type { Content } from '../../fixtures/typeset/content.ts'
import {
  type GoldBlock,
  goldOf,
  type GoldCity,
  type GoldContact,
  type GoldOffer,
  type GoldText,
} from '../../fixtures/typeset/gold.ts'
import { KNOWN_LABELS, type LabelsFor } from '../../fixtures/typeset/labels.ts'
import type { Contact, RichText } from '../../src/report/report.ts'
import type { City, OffersRecord } from '../../rules/stadtprofile/report.generated.ts'

/** A colon at the end of a note leads to what follows it in print; in the report nothing follows. */
const LEADING_COLON = /:$/u

/**
 * What an edition says, with the values of the contact above where a contact refers to it. Where a paragraph ends is not
 * compared: the author's end may fall on a full line at the end of a page, where no layout shows it.
 */
export function truthOf(content: Content, labelsFor: LabelsFor = KNOWN_LABELS): readonly GoldCity[] {
  return goldOf(content, labelsFor).map((city) => {
    const { steering, delivery, taskDivision, cooperationBodies } = city.organisation
    const { goals, fundingPriorities, offers } = city.programme
    return {
      ...city,
      organisation: {
        steering: foldText(steering),
        delivery: foldText(delivery),
        taskDivision: foldText(taskDivision),
        cooperationBodies: foldText(cooperationBodies),
      },
      programme: {
        goals: foldText(goals),
        fundingPriorities: foldText(fundingPriorities),
        offers: offers.map((offer) => resolve(offer, offers)),
      },
    }
  })
}

function resolve(offer: GoldOffer, offers: readonly GoldOffer[]): GoldOffer {
  const above = offer.contact?.sameAs ?? null
  const own = above === null ? offer.contact : (offers[above]?.contact ?? null)
  const contact = own && { ...own, other: own.other.map((note) => note.replace(LEADING_COLON, '')), sameAs: above }
  return { ...offer, description: foldText(offer.description), contact }
}

/** A text in which neighbouring paragraphs are one. */
function foldText({ text, blocks }: GoldText): GoldText {
  const folded: GoldBlock[] = []
  for (const block of blocks) {
    const last = folded.at(-1)
    if (last?.kind === 'para' && block.kind === 'para')
      folded[folded.length - 1] = { ...last, text: `${last.text} ${block.text}` }
    else folded.push(block)
  }
  return { text: text.replaceAll('\n', ' '), blocks: folded }
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

function asGoldText(text: RichText | undefined): GoldText {
  const blocks = text?.blocks ?? []
  return foldText({
    text: text?.text ?? '',
    blocks: blocks.map((block) => ({
      kind: block.kind === 'item' ? 'item' : 'para',
      marker: block.marker,
      text: block.text,
    })),
  })
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
    persons: persons.map((person) =>
      person.salutation === null ? person.name : `${person.salutation} ${person.name}`,
    ),
    emails,
    phones: phones.map(({ text, e164 }) => e164 ?? text),
    urls,
    addresses: addresses.map(({ street, postalCode, city }) => ({
      street: street ?? '',
      postalCode: postalCode ?? '',
      city: city ?? '',
    })),
    other: notes.map((note) => note.replace(LEADING_COLON, '')),
    sameAs: sameAs === null ? null : offers.findIndex(({ id }) => id === sameAs),
  }
}
