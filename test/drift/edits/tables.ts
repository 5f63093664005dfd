import { LABELS } from '../../../fixtures/typeset/labels.ts'
import type { PrintedTable, PrintedText } from '../../../fixtures/typeset/print-model.ts'
import { MAIN_RENDERING } from '../../../fixtures/typeset/rendering.ts'
import type { GoldCity, GoldOffer } from '../../../fixtures/typeset/gold.ts'
import { type Edition, withBlocks, withCity, withLabels, withTables } from '../edition.ts'
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
import { misprinted } from '../wording.ts'

const OFFERS = 'Wirksame / Zukunftsweisende Angebote'
const [NAME, DESCRIPTION, CONTACT] = LABELS.columns

/** Tables whose columns, header, borders, rows and cells are others. */
export const TABLE_EDITS: readonly Edit[] = [
  {
    name: 'a column has another ending',
    apply: (edition, draw) => nearColumn(edition, [draw.pick(idsOf(edition))], 1, 'Beschreibungen'),
  },
  {
    name: 'a letter of a column is wrong, everywhere',
    apply: (edition, draw) => {
      const at = draw.pick([1, 2] as const)
      return nearColumn(edition, idsOf(edition), at, misprinted(LABELS.columns[at], draw))
    },
  },
  {
    name: 'a column is wholly other',
    apply: (edition, draw) => otherDescription(edition, [draw.pick(idsOf(edition))], draw.pick(['Inhalt', 'About'])),
  },
  {
    name: 'a column is wholly other, everywhere',
    apply: (edition, draw) => otherDescription(edition, idsOf(edition), draw.pick(['Inhalt', 'Worum es geht'])),
  },
  {
    name: 'the column of contacts is wholly other',
    apply: (edition, draw) => {
      const id = draw.pick(idsOf(edition))
      const codes = ['table/column-unknown', 'table/column-missing'] as const
      return toldOfEach(
        withColumn(edition, [id], 2, 'Wer hilft'),
        [id],
        (city) => told(city, codes, 'Wer hilft', CONTACT),
        {
          cities: truthBut(edition, [id], (city) =>
            withOffers(city, (offer) => ({ ...offer, contactRaw: null, contact: null })),
          ),
        },
      )
    },
  },
  {
    name: 'the column of names is wholly other',
    apply: (edition, draw) => {
      const id = draw.pick(idsOf(edition))
      const codes = ['table/column-unknown', 'table/column-missing'] as const
      const changed = withColumn(edition, [id], 0, 'Projekt')
      return toldOfEach(changed, [id], (city) => told(city, codes, 'Projekt', NAME), {
        open: [`${id}/programme/offers`],
      })
    },
  },
  {
    name: 'two columns stand in each other’s place',
    apply: (edition, draw) => {
      const [one, other] = draw.pick([
        [0, 1],
        [1, 2],
        [0, 2],
      ] as const)
      const order = [0, 1, 2].with(one, other).with(other, one)
      return right(withTables(edition, [draw.pick(idsOf(edition))], (table) => inOrder(table, order)))
    },
  },
  {
    name: 'a column is added',
    apply: (edition, draw) => addedColumn(edition, [draw.pick(idsOf(edition))], draw.pick([1, 2, 3])),
  },
  {
    name: 'a column is added everywhere',
    apply: (edition, draw) => addedColumn(edition, idsOf(edition), draw.pick([1, 2, 3])),
  },
  {
    name: 'a column is left out',
    apply: (edition, draw) => {
      const [id, at] = [draw.pick(idsOf(edition)), draw.pick([1, 2])]
      const changed = withTables(edition, [id], (table) =>
        inOrder(
          table,
          [0, 1, 2].filter((column) => column !== at),
        ),
      )
      const empty = at === 1 ? { description: { text: '', blocks: [] } } : { contactRaw: null, contact: null }
      return toldOfEach(changed, [id], (city) => told(city, ['table/column-missing'], LABELS.columns[at] ?? ''), {
        cities: truthBut(edition, [id], (city) => withOffers(city, (offer) => ({ ...offer, ...empty }))),
      })
    },
  },
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
      return openInDump(mutation, [`${id}/programme/fundingPriorities`])
    },
  },
  {
    name: 'the heading of a table is left out',
    apply: (edition, draw) =>
      right(
        withBlocks(edition, [draw.pick(idsOf(edition))], (blocks) =>
          blocks.filter(
            (block) =>
              block.kind !== 'heading' || block.text.replaceAll(' ', '') !== 'Wirksame/ZukunftsweisendeAngebote',
          ),
        ),
      ),
  },
  {
    name: 'a table has no rows',
    apply: (edition, draw) => {
      const id = draw.pick(idsOf(edition))
      const changed = withCity(edition, id, (city) => ({ ...city, offers: [] }))
      return toldOfEach(changed, [id], (city) => told(city, ['table/no-rows'], OFFERS))
    },
  },
  {
    name: 'a table is left out with its heading',
    apply: (edition, draw) => {
      const id = draw.pick(idsOf(edition))
      const changed = withBlocks(edition, [id], (blocks) => blocks.slice(0, -2))
      return toldOfEach(changed, [id], (city) => told(city, ['table/missing'], OFFERS), {
        cities: truthBut(edition, [id], (city) => withOffers(city, () => null)),
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

function withColumn(edition: Edition, ids: readonly string[], at: number, label: string): Edition {
  return withLabels(edition, ids, (labels) => {
    const [name, description, contact] = labels.columns.map((known, index) => (index === at ? label : known))
    return { ...labels, columns: [name ?? '', description ?? '', contact ?? ''] }
  })
}

function nearColumn(edition: Edition, ids: readonly string[], at: number, label: string): Mutation {
  return toldOfEach(withColumn(edition, ids, at, label), ids, (id) => told(id, ['heading/near-match'], label))
}

/** The column's texts stand in the records under a key made from its label. */
function otherDescription(edition: Edition, ids: readonly string[], label: string): Mutation {
  const before = right(edition).expected.cities.filter(({ id }) => ids.includes(id))
  const codes = ['table/column-unknown', 'table/column-missing'] as const
  return toldOfEach(withColumn(edition, ids, 1, label), ids, (id) => told(id, codes, label, DESCRIPTION), {
    cities: truthBut(edition, ids, (city) =>
      withOffers(city, (offer) => ({ ...offer, description: { text: '', blocks: [] } })),
    ),
    columns: before.map(({ id, programme }) => ({
      city: id,
      key: keyOf(label),
      texts: programme.offers.map(({ description }) => description.text),
    })),
  })
}

/** `Worum es geht` is `worumEsGeht`. */
function keyOf(label: string): string {
  return label.toLowerCase().replaceAll(/ (?<letter>\p{L})/gu, (_, letter: string) => letter.toUpperCase())
}

const PRICES = ['kostenlos', '2 Euro je Fahrt', 'nach Einkommen', 'eine Spende', 'frei mit Pass']
const priceOf = (row: number) => PRICES[row % PRICES.length] ?? ''

/** A column is added on paper that is wider by as much, so that the lines of the others stay. */
function addedColumn(edition: Edition, ids: readonly string[], at: number): Mutation {
  const { page } = MAIN_RENDERING
  const rendering = { ...edition.rendering, page: { ...page, width: page.width + 110 } }
  const changed = withTables({ ...edition, rendering }, ids, (table) => ({
    ...table,
    columns: table.columns.toSpliced(at, 0, 110),
    header: table.header.toSpliced(at, 0, 'Preis'),
    rows: table.rows.map((cells, row) => cells.toSpliced(at, 0, cellOf(priceOf(row)))),
  }))
  const hit = edition.content.cities.filter(({ id }) => ids.includes(id))
  return toldOfEach(changed, ids, (id) => told(id, ['table/column-unknown'], 'Preis'), {
    columns: hit.map(({ id, offers }) => ({ city: id, key: 'preis', texts: offers.map((_, row) => priceOf(row)) })),
  })
}

function cellOf(text: string): PrintedText {
  return [{ marker: null, symbol: false, level: 0, tight: false, lines: [[{ text, link: null }]] }]
}

function withoutHeader(edition: Edition, ids: readonly string[]): Mutation {
  return rightOrTold(
    withTables(edition, ids, (table) => ({ ...table, header: [] })),
    ids.map((id) => `${id}/programme/offers`),
    ...ids.map((id) => told(id, ['table/missing', 'table/column-missing'])),
  )
}

/** Where an empty cell stands is not to be seen in a dump, but something is amiss there. */
function emptyCell(edition: Edition, id: string, tell: Told): Mutation {
  const mutation = right(edition, { told: [tell], touched: [id] })
  const codes = ['table/row-without-name', 'table/cell-empty', 'table/close-call'] as const
  return openInDump(mutation, [`${id}/programme/offers`], told(id, codes))
}

function inOrder(table: PrintedTable, order: readonly number[]): PrintedTable {
  const take = <T>(from: readonly T[]): readonly T[] => order.flatMap((at) => from.slice(at, at + 1))
  return { ...table, columns: take(table.columns), header: take(table.header), rows: table.rows.map(take) }
}

/** A city with other offers; null leaves one out. */
function withOffers(city: GoldCity, change: (offer: GoldOffer) => GoldOffer | null): GoldCity {
  const offers = city.programme.offers.flatMap((offer) => change(offer) ?? [])
  return { ...city, programme: { ...city.programme, offers } }
}
