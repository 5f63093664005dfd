import type { GoldCity, GoldOffer } from '../../../fixtures/typeset/gold.ts'
import { LABELS } from '../../../fixtures/typeset/labels.ts'
import type { PrintedTable, PrintedText } from '../../../fixtures/typeset/print-model.ts'
import { MAIN_RENDERING } from '../../../fixtures/typeset/rendering.ts'
import { type Edition, withLabels, withTables } from '../edition.ts'
import { type Edit, idsOf, type Mutation, right, told, toldOfEach, truthBut } from '../expected.ts'
import { misprinted } from '../wording.ts'

/** Columns worded and placed otherwise, added, left out. */
export const COLUMN_EDITS: readonly Edit[] = [
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
    apply: (edition, draw) => otherColumn(edition, [draw.pick(idsOf(edition))], 1, draw.pick(['Inhalt', 'About'])),
  },
  {
    name: 'a column is wholly other, everywhere',
    apply: (edition, draw) => otherColumn(edition, idsOf(edition), 1, draw.pick(['Inhalt', 'Worum es geht'])),
  },
  {
    name: 'the column of contacts is wholly other',
    apply: (edition, draw) => otherColumn(edition, [draw.pick(idsOf(edition))], 2, 'Wer hilft'),
  },
  {
    name: 'the column of names is wholly other',
    apply: (edition, draw) => otherColumn(edition, [draw.pick(idsOf(edition))], 0, 'Projekt'),
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

/** The only unknown column stands for the only missing one: its cells are read as before, and that is told. */
function otherColumn(edition: Edition, ids: readonly string[], at: number, label: string): Mutation {
  const changed = withColumn(edition, ids, at, label)
  return toldOfEach(changed, ids, (id) => told(id, ['table/column-renamed'], label, LABELS.columns[at] ?? ''))
}

const PRICES = ['kostenlos', '2 Euro je Fahrt', 'nach Einkommen', 'eine Spende', 'frei mit Pass']

const priceOf = (row: number) => PRICES[row % PRICES.length] ?? ''

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

function inOrder(table: PrintedTable, order: readonly number[]): PrintedTable {
  const take = <T>(from: readonly T[]): readonly T[] => order.flatMap((at) => from.slice(at, at + 1))
  return { ...table, columns: take(table.columns), header: take(table.header), rows: table.rows.map(take) }
}

function withOffers(city: GoldCity, change: (offer: GoldOffer) => GoldOffer): GoldCity {
  const offers = city.programme.offers.map(change)
  return { ...city, programme: { ...city.programme, offers } }
}
