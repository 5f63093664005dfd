import type { SourceDocument } from '../../../src/source/source-document.ts'
import { type Edition, withLayout, withReading } from '../edition.ts'
import { type Edit, idsOf, type Mutation, openInDump, right, rightOrTold, told } from '../expected.ts'

/** What stands at the edges of pages, pages left out and doubled. */
export const PAGE_EDITS: readonly Edit[] = [
  {
    name: 'the footer is worded otherwise',
    apply: (edition, draw) => {
      const text = draw.pick(['Amt für Muster, Profile der Städte', 'Musterbericht | Band 2', 'Städte im Vergleich'])
      const { labelsFor } = edition
      const footed: Edition = {
        ...edition,
        labelsFor: (city) => (city === null ? { ...labelsFor(city), footer: text } : labelsFor(city)),
      }
      // A dump keeps the footer of two pages only.
      return openInDump(right(footed), idsOf(edition), { ...told(null, [], text), unlessRight: true })
    },
  },
  {
    name: 'the footer has a second line',
    apply: (edition, draw) =>
      right(
        withLayout(edition, (printed) => ({
          ...printed,
          footer: { ...printed.footer, lines: [...printed.footer.lines, draw.pick(['Stand: März', 'Ohne Gewähr'])] },
        })),
      ),
  },
  {
    name: 'pages have no numbers',
    apply: (edition) =>
      right(withLayout(edition, (printed) => ({ ...printed, footer: { ...printed.footer, numbered: false } }))),
  },
  {
    name: 'the claim is worded otherwise',
    apply: (edition) =>
      right(withLayout(edition, (printed) => ({ ...printed, claim: ['Alt werden.', 'Jung bleiben.'] }))),
  },
  {
    name: 'the page with a city’s heading is missing',
    apply: (edition, draw) => changedPages(edition, draw.pick(idsOf(edition)), 0, () => []),
  },
  {
    name: 'the page after a city’s first one is missing',
    apply: (edition, draw) => changedPages(edition, draw.pick(idsOf(edition)), 1, () => []),
  },
  {
    name: 'a page in the middle of a table is missing',
    apply: (edition) => changedPages(edition, LONG_TABLE, 2, () => []),
  },
  {
    name: 'the page with a city’s heading is there twice',
    apply: (edition, draw) => changedPages(edition, draw.pick(idsOf(edition)), 0, (page) => [page, page]),
  },
  {
    name: 'the page after a city’s first one is there twice',
    apply: (edition, draw) => changedPages(edition, draw.pick(idsOf(edition)), 1, (page) => [page, page]),
  },
  {
    name: 'a page in the middle of a table is there twice',
    apply: (edition) => changedPages(edition, LONG_TABLE, 2, (page) => [page, page]),
  },
]

/** The city of the edition whose table fills more than two pages. */
const LONG_TABLE = 'rabenfurth-am-see'

type Page = SourceDocument['pages'][number]

/** Changes one page of a city, counted from its first one; what was on it may be wrong, as long as that is told. */
function changedPages(edition: Edition, id: string, offset: number, change: (page: Page) => readonly Page[]): Mutation {
  const { content } = edition
  const at = content.cities.findIndex((city) => city.id === id)
  const changed = withReading(edition, (document) => {
    const starts = document.pages.flatMap((page, index) =>
      page.items.some(({ size }) => size === CITY_SIZE) && index >= FRONT_PAGES ? [index] : [],
    )
    const hit = (starts[at] ?? 0) + offset
    const pages = document.pages.flatMap((page, index) => (index === hit ? change(page) : [page]))
    return { ...document, pages: pages.map((page, index) => ({ ...page, number: index + 1 })) }
  })
  // Without its heading a city is taken for the rest of the one before, with two for two.
  const before = offset === 0 ? content.cities.slice(Math.max(0, at - 1), at).map((city) => city.id) : []
  return rightOrTold(changed, [...before, id, `${id}-2`], told(offset === 0 ? null : id, []))
}

/** Size of the headings of cities, in points. */
const CITY_SIZE = 16
/** Cover, contents, introduction. */
const FRONT_PAGES = 3
