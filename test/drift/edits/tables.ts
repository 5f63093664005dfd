import { type Edition, withBlocks, withCity, withTables } from '../edition.ts'
import {
  type Edit,
  idsOf,
  type Mutation,
  openInDump,
  right,
  rightOrTold,
  told,
  type Told,
  toldOfEach,
  truthBut,
} from '../expected.ts'

const OFFERS = 'Wirksame / Zukunftsweisende Angebote'

/** Tables whose header, borders, heading, rows and cells are others. */
export const TABLE_EDITS: readonly Edit[] = [
  {
    name: 'a table has no header row',
    apply: (edition, draw) => withoutHeader(edition, [draw.pick(idsOf(edition))]),
  },
  { name: 'no table has a header row', apply: (edition) => withoutHeader(edition, idsOf(edition)) },
  {
    name: 'tables have no borders',
    apply: (edition) => right({ ...edition, rendering: { ...edition.rendering, rules: 'none', shading: 'none' } }),
  },
  {
    name: 'the heading of a table is wholly other',
    apply: (edition, draw) => {
      const id = draw.pick(idsOf(edition))
      const changed = withCity(edition, id, (city) => ({ ...city, offersHeading: 'Gute Beispiele' }))
      const codes = ['heading/unknown', 'table/missing'] as const
      const mutation = toldOfEach(changed, [id], (city) => told(city, codes, 'Gute Beispiele', OFFERS))
      const inDump = told(id, ['table/label-missing'], OFFERS)
      return openInDump(mutation, [`${id}/programme/fundingPriorities`], inDump)
    },
  },
  {
    name: 'the heading of a table is left out',
    apply: (edition, draw) => {
      const id = draw.pick(idsOf(edition))
      const isHeading = (text: string) => text.replaceAll(' ', '') === 'Wirksame/ZukunftsweisendeAngebote'
      const changed = withBlocks(edition, [id], (blocks) =>
        blocks.filter((block) => block.kind !== 'heading' || !isHeading(block.text)),
      )
      return toldOfEach(changed, [id], (city) => told(city, ['table/label-missing'], OFFERS))
    },
  },
  {
    name: 'a table has no rows',
    apply: (edition, draw) => {
      const id = draw.pick(idsOf(edition))
      const changed = withCity(edition, id, (city) => ({ ...city, offers: [] }))
      return toldOfEach(changed, [id], (city) => told(city, ['table/row-count'], OFFERS))
    },
  },
  {
    name: 'a table is left out with its heading',
    apply: (edition, draw) => {
      const id = draw.pick(idsOf(edition))
      const changed = withBlocks(edition, [id], (blocks) => blocks.slice(0, -2))
      return toldOfEach(changed, [id], (city) => told(city, ['table/missing'], OFFERS), {
        cities: truthBut(edition, [id], (city) => ({ ...city, programme: { ...city.programme, offers: [] } })),
      })
    },
  },
  {
    name: 'a row has no name',
    apply: (edition, draw) => {
      const { id, offers } = draw.pick(edition.content.cities)
      const row = draw.below(offers.length)
      const changed = withCity(edition, id, (city) => ({
        ...city,
        offers: city.offers.map((offer, at) => (at === row ? { ...offer, name: '' } : offer)),
      }))
      return emptyCell(changed, id, told(id, ['table/row-without-name']))
    },
  },
  {
    name: 'a row has no description',
    apply: (edition, draw) => {
      const { id, offers } = draw.pick(edition.content.cities)
      const row = draw.below(offers.length)
      const changed = withCity(edition, id, (city) => ({
        ...city,
        offers: city.offers.map((offer, at) => (at === row ? { ...offer, description: [] } : offer)),
      }))
      return emptyCell(changed, id, told(id, ['table/cell-empty'], offers[row]?.name ?? ''))
    },
  },
]

function withoutHeader(edition: Edition, ids: readonly string[]): Mutation {
  return rightOrTold(
    withTables(edition, ids, (table) => ({ ...table, header: [] })),
    ids.map((id) => `${id}/programme/offers`),
    ...ids.map((id) => told(id, ['table/missing', 'table/column-missing'])),
  )
}

function emptyCell(edition: Edition, id: string, tell: Told): Mutation {
  const mutation = right(edition, { told: [tell], touched: [id] })
  const codes = ['table/row-without-name', 'table/cell-empty', 'table/close-call'] as const
  return openInDump(mutation, [`${id}/programme/offers`], told(id, codes))
}
