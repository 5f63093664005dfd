import type { ContentCity } from '../../../fixtures/typeset/content.ts'
import { LABELS } from '../../../fixtures/typeset/labels.ts'
import type { PrintedBlock, PrintedText } from '../../../fixtures/typeset/print-model.ts'
import type { Draw } from '../draw.ts'
import { type Edition, withBlocks, withCity } from '../edition.ts'
import {
  type Edit,
  idsOf,
  type Mutation,
  type TextBelow,
  type TextBeside,
  type TextPath,
  TEXTS_BELOW,
  TEXTS_BESIDE,
  told,
  toldOfEach,
  truthBut,
  withoutTexts,
} from '../expected.ts'
import { inOneLine } from '../wording.ts'

/** Texts with their labels left out, added, left empty. */
export const FIELD_EDITS: readonly Edit[] = [
  {
    name: 'a sub-heading is left out with its text',
    apply: (edition, draw) => {
      const [id, key] = [draw.pick(idsOf(edition)), draw.pick(TEXTS_BELOW)]
      const changed = withBlocks(edition, [id], (blocks) => {
        const at = headingAt(blocks, LABELS[key])
        return blocks.filter((_, index) => index !== at && index !== at + 1)
      })
      return missing(edition, changed, [id], `programme/${key}`, LABELS[key])
    },
  },
  {
    name: 'a sub-heading is left out, its text stays',
    apply: (edition, draw) => {
      const id = draw.pick(idsOf(edition))
      const changed = withBlocks(edition, [id], (blocks) => blocks.toSpliced(headingAt(blocks, LABELS.goals), 1))
      return missing(edition, changed, [id], 'programme/goals', LABELS.goals)
    },
  },
  {
    name: 'a row of labelled texts is left out',
    apply: (edition, draw) => {
      const [id, key] = [draw.pick(idsOf(edition)), draw.pick(TEXTS_BESIDE)]
      const changed = withRows(edition, id, (rows) => rows.filter(({ label }) => label !== LABELS.fields[key]))
      return missing(edition, changed, [id], `organisation/${key}`, inOneLine(LABELS.fields[key]))
    },
  },
  {
    name: 'a row of labelled texts is added',
    apply: (edition, draw) => {
      const [id, at] = [draw.pick(idsOf(edition)), draw.below(3)]
      const row = { label: ['Finanzierung'], value: printedText(ADDED_LINES) }
      const changed = withRows(edition, id, (rows) =>
        rows.some(({ label }) => label === LABELS.fields.steering) ? rows.toSpliced(at, 0, row) : rows,
      )
      const codes = ['heading/unknown', 'text/unclaimed'] as const
      return toldOfEach(changed, [id], (city) => told(city, codes, 'Finanzierung', ADDED))
    },
  },
  {
    name: 'a sub-heading with a text is added between two known ones',
    apply: (edition, draw) => added(edition, draw, 'Woran es fehlt', 3, LABELS.fundingPriorities),
  },
  {
    name: 'a sub-heading with a text is added at the end of the section before',
    apply: (edition, draw) => {
      const id = draw.pick(idsOf(edition))
      const changed = withBlocks(edition, [id], (blocks) => {
        const last = blocks.findLastIndex(({ kind }) => kind === 'fields')
        return blocks.toSpliced(last + 1, 0, ...headed('Woran es fehlt', 3))
      })
      const codes = ['heading/unknown'] as const
      return toldOfEach(changed, [id], (city) => told(city, codes, 'Woran es fehlt'), {
        unassigned: [{ city: id, section: 'organisation', heading: 'Woran es fehlt', text: ADDED }],
      })
    },
  },
  {
    name: 'a section that no rule knows is added at the end',
    apply: (edition, draw) => {
      const city = draw.pick(edition.content.cities)
      return added(edition, draw, `${city.number}.4 Ausblick`, 2, null, city.id)
    },
  },
  {
    name: 'the cell beside a label is empty',
    apply: (edition, draw) => {
      const [id, key] = [draw.pick(idsOf(edition)), draw.pick(TEXTS_BESIDE)]
      return emptied(edition, id, key, inOneLine(LABELS.fields[key]))
    },
  },
  {
    name: 'nothing stands below a sub-heading',
    apply: (edition, draw) => {
      const [id, key] = [draw.pick(idsOf(edition)), draw.pick(TEXTS_BELOW)]
      return emptied(edition, id, key, LABELS[key])
    },
  },
]

const ADDED_LINES = ['Im nächsten Jahr kommen zwei Häuser', 'am Mühlbach hinzu.']
const ADDED = ADDED_LINES.join(' ')

function printedText(lines: readonly string[]): PrintedText {
  const segments = lines.map((text) => [{ text, link: null }])
  return [{ marker: null, symbol: false, level: 0, tight: false, lines: segments }]
}

function headed(text: string, level: 2 | 3): readonly PrintedBlock[] {
  return [
    { kind: 'heading', level, text },
    { kind: 'text', paragraphs: printedText(ADDED_LINES) },
  ]
}

function added(edition: Edition, draw: Draw, text: string, level: 2 | 3, before: string | null, at?: string): Mutation {
  const id = at ?? draw.pick(idsOf(edition))
  const changed = withBlocks(edition, [id], (blocks) =>
    blocks.toSpliced(before === null ? blocks.length : headingAt(blocks, before), 0, ...headed(text, level)),
  )
  const heading = text.replace(/^\S+\.\d /u, '')
  return toldOfEach(changed, [id], (city) => told(city, ['heading/unknown'], heading), {
    unassigned: [{ city: id, section: 'programme', heading, text: ADDED }],
  })
}

function headingAt(blocks: readonly PrintedBlock[], text: string): number {
  return blocks.findIndex((block) => block.kind === 'heading' && block.text === text)
}

type Rows = Extract<PrintedBlock, { kind: 'fields' }>['rows']

function withRows(edition: Edition, id: string, change: (rows: Rows) => Rows): Edition {
  return withBlocks(edition, [id], (blocks) =>
    blocks.map((block) => (block.kind === 'fields' ? { ...block, rows: change(block.rows) } : block)),
  )
}

function missing(edition: Edition, changed: Edition, ids: readonly string[], path: TextPath, label: string): Mutation {
  const cities = truthBut(edition, ids, (city) => withoutTexts(city, [path]))
  return toldOfEach(changed, ids, (id) => told(id, ['field/missing'], label), { cities })
}

function emptied(edition: Edition, id: string, key: TextBelow | TextBeside, label: string): Mutation {
  const changed = withCity(edition, id, (city): ContentCity => ({ ...city, [key]: [] }))
  return toldOfEach(changed, [id], (city) => told(city, ['field/empty'], label))
}
