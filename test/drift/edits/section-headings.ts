import type { ContentCity } from '../../../fixtures/typeset/content.ts'
import { LABELS } from '../../../fixtures/typeset/labels.ts'
import type { PrintedBlock } from '../../../fixtures/typeset/print-model.ts'
import { type Edition, withBlocks, withCity, withLabels } from '../edition.ts'
import {
  type Edit,
  idsOf,
  type Mutation,
  right,
  SECTIONS,
  type SectionKey,
  told,
  toldOfEach,
  truthBut,
  withoutSection,
} from '../expected.ts'
import { misprinted } from '../wording.ts'

/** Section headings worded, numbered, left out, repeated and placed otherwise. */
export const SECTION_HEADING_EDITS: readonly Edit[] = [
  {
    name: 'a letter of a section heading is wrong',
    apply: (edition, draw) => {
      const key = draw.pick(SECTIONS)
      return nearSection(edition, [draw.pick(idsOf(edition))], key, misprinted(LABELS.sections[key], draw))
    },
  },
  {
    name: 'a section heading has another ending, everywhere',
    apply: (edition, draw) => {
      const key = draw.pick(SECTIONS)
      return nearSection(edition, idsOf(edition), key, OTHER_ENDINGS[key])
    },
  },
  {
    name: 'the words of a section heading stand in another order',
    apply: (edition, draw) => {
      const key = draw.pick(['facts', 'programme'] as const)
      return nearSection(edition, [draw.pick(idsOf(edition))], key, OTHER_ORDERS[key])
    },
  },
  {
    name: 'a section heading is wholly other',
    apply: (edition, draw) =>
      otherSection(edition, [draw.pick(idsOf(edition))], draw.pick(['organisation', 'programme'] as const)),
  },
  {
    name: 'the heading of the first section is wholly other',
    apply: (edition, draw) => {
      const id = draw.pick(idsOf(edition))
      return toldOfEach(
        withTitle(edition, [id], 'facts', OTHER_TITLE),
        [id],
        (city) => told(city, ['section/missing', 'heading/unknown'], LABELS.sections.facts, OTHER_TITLE),
        { cities: truthBut(edition, [id], (city) => withoutSection(city, 'facts')) },
      )
    },
  },
  {
    name: 'a section heading is wholly other, everywhere',
    apply: (edition, draw) => otherSection(edition, idsOf(edition), draw.pick(['organisation', 'programme'] as const)),
  },
  {
    name: 'a section is left out',
    apply: (edition, draw) => droppedSection(edition, [draw.pick(idsOf(edition))], draw.pick(SECTIONS)),
  },
  {
    name: 'a section is left out everywhere',
    apply: (edition, draw) => droppedSection(edition, idsOf(edition), draw.pick(SECTIONS)),
  },
  {
    name: 'a section is misnumbered',
    apply: (edition, draw) => {
      const id = draw.pick(idsOf(edition))
      const at = draw.below(3)
      const number = draw.pick(['9.1', '6.6', '12.3'])
      const changed = withCity(edition, id, (city) => ({ ...city, numbers: numbersWith(city, at, number) }))
      return right(changed, { told: [told(id, ['section/number'], number)] })
    },
  },
  {
    name: 'a section heading is repeated in the middle of its section',
    apply: (edition, draw) => {
      const id = draw.pick(idsOf(edition))
      const [key, before] = draw.pick([
        ['organisation', LABELS.groups.cooperation],
        ['programme', LABELS.fundingPriorities],
      ] as const)
      const changed = withBlocks(edition, [id], (blocks) =>
        blocks.flatMap((block) => {
          const again = sectionBlocks(blocks, key).slice(0, 1)
          return block.kind === 'heading' && block.text === before ? [...again, block] : [block]
        }),
      )
      const open = [`${id}/${key}`]
      const title = LABELS.sections[key]
      return right(changed, { open, told: [told(id, ['section/repeated'], title)], touched: [id] })
    },
  },
  {
    name: 'two sections stand in each other’s place',
    apply: (edition, draw) => {
      const [first, second] = draw.pick([
        ['facts', 'organisation'],
        ['organisation', 'programme'],
      ] as const)
      return right(
        withBlocks(edition, [draw.pick(idsOf(edition))], (blocks) => {
          const [one, other] = [sectionBlocks(blocks, first), sectionBlocks(blocks, second)]
          const at = blocks.findIndex((block) => block === one[0])
          return [...blocks.slice(0, at), ...other, ...one, ...blocks.slice(at + one.length + other.length)]
        }),
      )
    },
  },
]

const OTHER_TITLE = 'Leitbild'
const OTHER_ENDINGS = {
  facts: 'Daten und Fakt',
  organisation: 'Organisationen',
  programme: 'Steuerungen und Angebot der Seniorenhilfe',
}
const OTHER_ORDERS = { facts: 'Fakten und Daten', programme: 'Angebote und Steuerung der Seniorenhilfe' }
const SECTION_BEFORE = { organisation: 'facts', programme: 'organisation' } as const

function withTitle(edition: Edition, ids: readonly string[], key: SectionKey, title: string): Edition {
  return withLabels(edition, ids, (labels) => ({ ...labels, sections: { ...labels.sections, [key]: title } }))
}

/** The section is known all the same, and each heading that differs is named. */
function nearSection(edition: Edition, ids: readonly string[], key: SectionKey, title: string): Mutation {
  return toldOfEach(withTitle(edition, ids, key, title), ids, (id) => told(id, ['heading/near-match'], title))
}

/** The section is missing; its text stands under the section before. */
function otherSection(edition: Edition, ids: readonly string[], key: 'organisation' | 'programme'): Mutation {
  const tell = (id: string) => told(id, ['section/missing', 'heading/unknown'], LABELS.sections[key], OTHER_TITLE)
  const cities = truthBut(edition, ids, (city) => withoutSection(city, key))
  const changed = withTitle(edition, ids, key, OTHER_TITLE)
  const { expected } = toldOfEach(changed, ids, tell, { cities })
  const kept = ids.map((city) => ({ city, section: SECTION_BEFORE[key], heading: OTHER_TITLE, text: null }))
  return { edition: changed, expected: { ...expected, unassigned: kept } }
}

function droppedSection(edition: Edition, ids: readonly string[], key: SectionKey): Mutation {
  const changed = withBlocks(edition, ids, (blocks) => {
    const dropped = sectionBlocks(blocks, key)
    return blocks.filter((block) => !dropped.includes(block))
  })
  const tell = (id: string) => told(id, ['section/missing'], LABELS.sections[key])
  const cities = truthBut(edition, ids, (city) => withoutSection(city, key))
  return toldOfEach(changed, ids, tell, { cities })
}

/** The blocks of a section, from its heading on; the page break before the next one is among them. */
function sectionBlocks(blocks: readonly PrintedBlock[], key: SectionKey): readonly PrintedBlock[] {
  const starts = blocks.flatMap((block, at) => (block.kind === 'heading' && block.level === 2 ? [at] : []))
  const index = SECTIONS.indexOf(key)
  return blocks.slice(starts[index], starts[index + 1])
}

function numbersWith({ numbers }: ContentCity, at: number, number: string): ContentCity['numbers'] {
  const [first, second, third] = numbers
  return [at === 0 ? number : first, at === 1 ? number : second, at === 2 ? number : third]
}
