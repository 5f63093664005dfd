import type { ContentCity } from '../../../fixtures/typeset/content.ts'
import { LABELS, type Labels } from '../../../fixtures/typeset/labels.ts'
import type { PrintedBlock, PrintedText } from '../../../fixtures/typeset/print-model.ts'
import type { Draw } from '../draw.ts'
import { type Edition, withBlocks, withCity, withLabels } from '../edition.ts'
import {
  type Edit,
  idsOf,
  type Mutation,
  openInDump,
  right,
  type TextPath,
  told,
  toldOfEach,
  truthBut,
  withoutTexts,
} from '../expected.ts'
import { inOneLine, misprinted } from '../wording.ts'

const BELOW = ['goals', 'fundingPriorities'] as const
const BESIDE = ['steering', 'delivery', 'taskDivision', 'cooperationBodies'] as const
type Below = (typeof BELOW)[number]
type Beside = (typeof BESIDE)[number]

/** Labels of texts and figures worded otherwise, left out, added, left without text. */
export const FIELD_LABEL_EDITS: readonly Edit[] = [
  {
    name: 'a letter of a sub-heading is wrong',
    apply: (edition, draw) => {
      const key = draw.pick(BELOW)
      return nearBelow(edition, draw.pick(idsOf(edition)), key, misprinted(LABELS[key], draw))
    },
  },
  {
    name: 'a sub-heading keeps only the stems of its words',
    apply: (edition, draw) => {
      const key = draw.pick(BELOW)
      const title = { goals: 'Ziel der Seniorenhilfen', fundingPriorities: 'Förderschwerpunkt der Seniorenhilfen' }[key]
      return nearBelow(edition, draw.pick(idsOf(edition)), key, title)
    },
  },
  {
    name: 'a letter of a label beside its text is wrong',
    apply: (edition, draw) => {
      const [id, key] = [draw.pick(idsOf(edition)), draw.pick(BESIDE)]
      const [first = '', ...rest] = LABELS.fields[key]
      const lines = [misprinted(first, draw), ...rest]
      return toldOfEach(withBeside(edition, [id], key, lines), [id], (city) =>
        told(city, ['heading/near-match'], inOneLine(lines)),
      )
    },
  },
  {
    name: 'a sub-heading is wholly other',
    apply: (edition, draw) => otherBelow(edition, [draw.pick(idsOf(edition))], draw.pick(BELOW), 'Leitbild'),
  },
  {
    name: 'a sub-heading is wholly other, everywhere',
    apply: (edition, draw) => otherBelow(edition, idsOf(edition), draw.pick(BELOW), 'Woran wir arbeiten'),
  },
  {
    name: 'a label beside its text is wholly other',
    apply: (edition, draw) => otherBeside(edition, [draw.pick(idsOf(edition))], draw.pick(BESIDE), ['Finanzierung']),
  },
  {
    name: 'a label beside its text is wholly other, everywhere',
    apply: (edition, draw) => otherBeside(edition, idsOf(edition), draw.pick(BESIDE), ['Mittel und', 'Personal']),
  },
  {
    name: 'a label is printed in another language',
    apply: (edition, draw) =>
      otherBeside(edition, [draw.pick(idsOf(edition))], draw.pick(BESIDE), ['Who looks', 'after it']),
  },
  {
    name: 'all labels are printed in capitals',
    apply: (edition) => right(withLabels(edition, idsOf(edition), (labels) => relabelled(labels, capitals))),
  },
  {
    name: 'labels hold wide blanks',
    apply: (edition, draw) => {
      const changed = withLabels(edition, [draw.pick(idsOf(edition))], (labels) =>
        relabelled(labels, (text) => text.replaceAll(' ', '\u{A0} ')),
      )
      return right(changed, right(edition).expected)
    },
  },
  {
    name: 'labels break over lines elsewhere',
    apply: (edition, draw) => {
      const changed = withLabels(edition, [draw.pick(idsOf(edition))], (labels) =>
        relabelled(labels, (text) => text.replace(/ (?=und|der|ohne)/u, '\n')),
      )
      return right(changed, right(edition).expected)
    },
  },
  {
    name: 'a sub-heading is left out with its text',
    apply: (edition, draw) => {
      const [id, key] = [draw.pick(idsOf(edition)), draw.pick(BELOW)]
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
      const [id, key] = [draw.pick(idsOf(edition)), draw.pick(BESIDE)]
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
      const [id, key] = [draw.pick(idsOf(edition)), draw.pick(BESIDE)]
      return emptied(edition, id, key, inOneLine(LABELS.fields[key]))
    },
  },
  {
    name: 'nothing stands below a sub-heading',
    apply: (edition, draw) => {
      const [id, key] = [draw.pick(idsOf(edition)), draw.pick(BELOW)]
      return emptied(edition, id, key, LABELS[key])
    },
  },
  {
    name: 'a figure has a caption with a wrong letter',
    apply: (edition, draw) => {
      const caption = misprinted(LABELS.figures[0] ?? '', draw)
      const id = draw.pick(idsOf(edition))
      return toldOfEach(withCaption(edition, id, 0, caption), [id], (city) =>
        told(city, ['heading/near-match'], caption),
      )
    },
  },
  {
    name: 'a figure has a wholly other caption',
    apply: (edition, draw) => {
      const [id, at] = [draw.pick(idsOf(edition)), draw.below(LABELS.figures.length)]
      const known = LABELS.figures[at] ?? ''
      return toldOfEach(
        withCaption(edition, id, at, 'Altersaufbau'),
        [id],
        (city) => told(city, ['figure/missing', 'heading/unknown'], known, 'Altersaufbau'),
        { cities: truthBut(edition, [id], (city) => ({ ...city, figures: city.figures.toSpliced(at, 1) })) },
      )
    },
  },
]

/** The text that edits add, in lines of the width of a cell. */
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

/** Adds a heading with a text to the last section, before another heading or at the end. */
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

function withBeside(edition: Edition, ids: readonly string[], key: Beside, lines: readonly string[]): Edition {
  return withLabels(edition, ids, (labels) => ({ ...labels, fields: { ...labels.fields, [key]: lines } }))
}

function nearBelow(edition: Edition, id: string, key: Below, title: string): Mutation {
  const changed = withLabels(edition, [id], (labels) => ({ ...labels, [key]: title }))
  return toldOfEach(changed, [id], (city) => told(city, ['heading/near-match'], title))
}

function otherBelow(edition: Edition, ids: readonly string[], key: Below, title: string): Mutation {
  const changed = withLabels(edition, ids, (labels) => ({ ...labels, [key]: title }))
  const kept = right(edition).expected.cities.filter(({ id }) => ids.includes(id))
  const codes = ['heading/unknown', 'field/missing'] as const
  const mutation = toldOfEach(changed, ids, (id) => told(id, codes, title, LABELS[key]), {
    cities: truthBut(edition, ids, (city) => withoutTexts(city, [`programme/${key}`])),
    unassigned: kept.map(({ id, programme }) => ({
      city: id,
      section: 'programme',
      heading: title,
      text: programme[key].text,
    })),
  })
  // Nothing shows there that the line is a heading.
  return openInDump(mutation, pathsOf(ids, 'programme', BELOW))
}

function otherBeside(edition: Edition, ids: readonly string[], key: Beside, lines: readonly string[]): Mutation {
  const codes = ['heading/unknown', 'field/missing'] as const
  const mutation = toldOfEach(
    withBeside(edition, ids, key, lines),
    ids,
    (id) => told(id, codes, inOneLine(lines), inOneLine(LABELS.fields[key])),
    { cities: truthBut(edition, ids, (city) => withoutTexts(city, [`organisation/${key}`])) },
  )
  // The label follows the text above it there like any line.
  return openInDump(mutation, pathsOf(ids, 'organisation', BESIDE))
}

function pathsOf(ids: readonly string[], section: string, keys: readonly string[]): readonly string[] {
  return ids.flatMap((id) => keys.map((key) => `${id}/${section}/${key}`))
}

function missing(edition: Edition, changed: Edition, ids: readonly string[], path: TextPath, label: string): Mutation {
  const cities = truthBut(edition, ids, (city) => withoutTexts(city, [path]))
  return toldOfEach(changed, ids, (id) => told(id, ['field/missing'], label), { cities })
}

function emptied(edition: Edition, id: string, key: Below | Beside, label: string): Mutation {
  const changed = withCity(edition, id, (city): ContentCity => ({ ...city, [key]: [] }))
  return toldOfEach(changed, [id], (city) => told(city, ['field/empty'], label))
}

function withCaption(edition: Edition, id: string, at: number, caption: string): Edition {
  return withLabels(edition, [id], (labels) => ({ ...labels, figures: labels.figures.with(at, caption) }))
}

/** Labels with each wording changed. */
function relabelled(labels: Labels, change: (text: string) => string): Labels {
  const { sections, groups, fields, figures, columns } = labels
  return {
    ...labels,
    sections: each(sections, change),
    groups: each(groups, change),
    fields: each(fields, (lines) => lines.map(change)),
    figures: figures.map(change),
    goals: change(labels.goals),
    fundingPriorities: change(labels.fundingPriorities),
    columns: [change(columns[0]), change(columns[1]), change(columns[2])],
  }
}

function each<K extends string, T>(values: Readonly<Record<K, T>>, change: (value: T) => T): Readonly<Record<K, T>> {
  const changed = Object.entries<T>(values).map(([key, value]) => [key, change(value)])
  return Object.fromEntries(changed) as Readonly<Record<K, T>>
}

function capitals(text: string): string {
  return text.toUpperCase()
}
