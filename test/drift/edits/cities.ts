import type { ContentCity } from '../../../fixtures/typeset/content.ts'
import type { Draw } from '../draw.ts'
import { type Edition, numbered, withBlocks, withCities, withCity } from '../edition.ts'
import { type Edit, idsOf, type Mutation, right, rightOrTold, told, truthBut } from '../expected.ts'

/** Cities added, left out, placed, numbered and named otherwise. */
export const CITY_EDITS: readonly Edit[] = [
  {
    name: 'a city is added',
    apply: (edition, draw) => {
      const { cities } = edition.content
      const more = { ...draw.pick(cities), id: 'neu-musterstadt', name: 'Neu-Musterstadt', offers: ownOffers() }
      return right(withCities(edition, renumbered(cities.toSpliced(draw.below(cities.length + 1), 0, more))))
    },
  },
  {
    name: 'a city is left out and the others are numbered anew',
    apply: (edition, draw) => {
      const { cities } = edition.content
      return right(withCities(edition, renumbered(cities.toSpliced(draw.below(cities.length), 1))))
    },
  },
  {
    name: 'a city is left out and the others keep their numbers',
    apply: (edition, draw) => {
      const { cities } = edition.content
      const at = 1 + draw.below(cities.length - 2)
      const after = cities[at + 1] ?? draw.pick(cities)
      return misnumbered(withCities(edition, cities.toSpliced(at, 1)), [after])
    },
  },
  {
    name: 'the cities stand in another order and are numbered anew',
    apply: (edition, draw) => right(withCities(edition, renumbered(shuffled(edition, draw)))),
  },
  {
    name: 'two cities stand in each other’s place and keep their numbers',
    apply: (edition, draw) => {
      const { cities } = edition.content
      const at = draw.below(cities.length - 1)
      const [one, other] = [cities[at], cities[at + 1]]
      if (one === undefined || other === undefined) throw new RangeError('too few cities')
      return misnumbered(withCities(edition, cities.with(at, other).with(at + 1, one)), [one])
    },
  },
  {
    name: 'a city is misnumbered',
    apply: (edition, draw) => {
      const city = draw.pick(edition.content.cities.slice(1))
      const changed = withCity(edition, city.id, (same) => ({ ...same, number: draw.pick([9, 12, 1]) }))
      return misnumbered(changed, [city])
    },
  },
  {
    name: 'a city is misnumbered together with its sections',
    apply: (edition, draw) => {
      const city = draw.pick(edition.content.cities.slice(1))
      return misnumbered(
        withCity(edition, city.id, (same) => numbered(same, draw.pick([9, 12]))),
        [city],
      )
    },
  },
  {
    name: 'a city has no number',
    apply: (edition, draw) => otherHeading(edition, draw, ({ name }) => name),
  },
  {
    name: 'the number of a city ends in a full stop',
    apply: (edition, draw) => otherHeading(edition, draw, ({ number, name }) => `${number}. ${name}`),
  },
  {
    name: 'a city has a name that reads like running text',
    apply: (edition, draw) => {
      const { id } = draw.pick(edition.content.cities)
      const named = draw.pick([
        { name: 'Alle Orte am Fluss', id: 'alle-orte-am-fluss' },
        { name: 'Weitere Angebote im Umland', id: 'weitere-angebote-im-umland' },
        { name: 'Markt und Stadt', id: 'markt-und-stadt' },
      ])
      return right(withCity(edition, id, (city) => ({ ...city, ...named })))
    },
  },
  {
    name: 'a city has a long name that breaks over two lines',
    apply: (edition, draw) => {
      const { id } = draw.pick(edition.content.cities)
      const name = 'Verbandsgemeinde Unterlauf der Großen Muster mit Neumusterstadt'
      const named = { name, id: 'verbandsgemeinde-unterlauf-der-grossen-muster-mit-neumusterstadt' }
      return right(withCity(edition, id, (city) => ({ ...city, ...named })))
    },
  },
  {
    name: 'a city has a name of more words than the rules allow',
    apply: (edition, draw) => otherHeading(edition, draw, ({ number }) => `${number} ${LONG_NAME.name}`, LONG_NAME),
  },
]

function renumbered(cities: readonly ContentCity[]): readonly ContentCity[] {
  return cities.map((city, index) => numbered(city, index + 1))
}

function shuffled({ content }: Edition, draw: Draw): readonly ContentCity[] {
  const left = [...content.cities]
  return content.cities.flatMap(() => left.splice(draw.below(left.length), 1))
}

/** All values are right, and what is wrong with the number is told of these cities. */
function misnumbered(edition: Edition, cities: readonly ContentCity[]): Mutation {
  const tell = cities.map(({ id, name }) => told(id, ['outline/entity-number'], name))
  return right(edition, { told: tell, touched: idsOf(edition) })
}

/** A heading that the rules may or may not know; without it the city and the one before it may be wrong. */
function otherHeading(
  edition: Edition,
  draw: Draw,
  text: (city: ContentCity) => string,
  named: Pick<ContentCity, 'name' | 'id'> | null = null,
): Mutation {
  const { cities } = edition.content
  const at = 1 + draw.below(cities.length - 1)
  const [before, city] = [cities[at - 1], cities[at]]
  if (before === undefined || city === undefined) throw new RangeError('too few cities')
  const changed = withBlocks(edition, [city.id], ([heading, ...blocks]) =>
    heading?.kind === 'heading' ? [{ ...heading, text: text(city) }, ...blocks] : blocks,
  )
  const id = named?.id ?? city.id
  const codes = ['heading/unknown', 'outline/entity-number', 'outline/entity-heading'] as const
  return {
    edition: changed,
    expected: {
      ...rightOrTold(changed, [before.id, id], told(null, codes, named?.name ?? city.name)).expected,
      cities: truthBut(edition, [city.id], (gold) => ({ ...gold, ...named })),
    },
  }
}

/** More words than the rules allow. */
const LONG_NAME = {
  name: 'Bund der Orte Am Fluss und Auf der Höhe Neumusterstadt',
  id: 'bund-der-orte-am-fluss-und-auf-der-hoehe-neumusterstadt',
}

function ownOffers(): ContentCity['offers'] {
  const none = { organisations: [], persons: [], phones: [], urls: [], addresses: [], notes: [], sameAs: null }
  const contact = { ...none, print: ['treff@neu-musterstadt.example'], emails: ['treff@neu-musterstadt.example'] }
  return [
    { name: 'Marktbank', description: ['Eine Bank, auf der jeden Dienstag jemand wartet'], contact },
    { name: 'Werkstatt am Tor', description: ['Reparaturen gegen eine Geschichte'], contact: null },
  ]
}
