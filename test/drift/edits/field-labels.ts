import { LABELS, type Labels } from '../../../fixtures/typeset/labels.ts'
import { type Edition, withLabels } from '../edition.ts'
import {
  type Edit,
  idsOf,
  type Mutation,
  openInDump,
  right,
  type TextBelow,
  type TextBeside,
  TEXTS_BELOW,
  TEXTS_BESIDE,
  told,
  toldOfEach,
  truthBut,
  withoutTexts,
} from '../expected.ts'
import { inOneLine, misprinted } from '../wording.ts'

/** Labels of texts and figures worded otherwise. */
export const FIELD_LABEL_EDITS: readonly Edit[] = [
  {
    name: 'a letter of a sub-heading is wrong',
    apply: (edition, draw) => {
      const key = draw.pick(TEXTS_BELOW)
      return nearBelow(edition, draw.pick(idsOf(edition)), key, misprinted(LABELS[key], draw))
    },
  },
  {
    name: 'a sub-heading keeps only the stems of its words',
    apply: (edition, draw) => {
      const key = draw.pick(TEXTS_BELOW)
      const title = { goals: 'Ziel der Seniorenhilfen', fundingPriorities: 'Förderschwerpunkt der Seniorenhilfen' }[key]
      return nearBelow(edition, draw.pick(idsOf(edition)), key, title)
    },
  },
  {
    name: 'a letter of a label beside its text is wrong',
    apply: (edition, draw) => {
      const [id, key] = [draw.pick(idsOf(edition)), draw.pick(TEXTS_BESIDE)]
      const [first = '', ...rest] = LABELS.fields[key]
      const lines = [misprinted(first, draw), ...rest]
      return toldOfEach(withBeside(edition, [id], key, lines), [id], (city) =>
        told(city, ['heading/near-match'], inOneLine(lines)),
      )
    },
  },
  {
    name: 'a sub-heading is wholly other',
    apply: (edition, draw) => otherBelow(edition, [draw.pick(idsOf(edition))], draw.pick(TEXTS_BELOW), 'Leitbild'),
  },
  {
    name: 'a sub-heading is wholly other, everywhere',
    apply: (edition, draw) => otherBelow(edition, idsOf(edition), draw.pick(TEXTS_BELOW), 'Woran wir arbeiten'),
  },
  {
    name: 'a label beside its text is wholly other',
    apply: (edition, draw) =>
      otherBeside(edition, [draw.pick(idsOf(edition))], draw.pick(TEXTS_BESIDE), ['Finanzierung']),
  },
  {
    name: 'a label beside its text is wholly other, everywhere',
    apply: (edition, draw) => otherBeside(edition, idsOf(edition), draw.pick(TEXTS_BESIDE), ['Mittel und', 'Personal']),
  },
  {
    name: 'a label is printed in another language',
    apply: (edition, draw) =>
      otherBeside(edition, [draw.pick(idsOf(edition))], draw.pick(TEXTS_BESIDE), ['Who looks', 'after it']),
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

function pathsOf(ids: readonly string[], section: string, keys: readonly string[]): readonly string[] {
  return ids.flatMap((id) => keys.map((key) => `${id}/${section}/${key}`))
}

function withBeside(edition: Edition, ids: readonly string[], key: TextBeside, lines: readonly string[]): Edition {
  return withLabels(edition, ids, (labels) => ({ ...labels, fields: { ...labels.fields, [key]: lines } }))
}

function nearBelow(edition: Edition, id: string, key: TextBelow, title: string): Mutation {
  const changed = withLabels(edition, [id], (labels) => ({ ...labels, [key]: title }))
  return toldOfEach(changed, [id], (city) => told(city, ['heading/near-match'], title))
}

function otherBelow(edition: Edition, ids: readonly string[], key: TextBelow, title: string): Mutation {
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
  return openInDump(mutation, pathsOf(ids, 'programme', TEXTS_BELOW))
}

function otherBeside(edition: Edition, ids: readonly string[], key: TextBeside, lines: readonly string[]): Mutation {
  const codes = ['heading/unknown', 'field/missing'] as const
  const mutation = toldOfEach(
    withBeside(edition, ids, key, lines),
    ids,
    (id) => told(id, codes, inOneLine(lines), inOneLine(LABELS.fields[key])),
    { cities: truthBut(edition, ids, (city) => withoutTexts(city, [`organisation/${key}`])) },
  )
  // The label follows the text above it there like any line.
  return openInDump(mutation, pathsOf(ids, 'organisation', TEXTS_BESIDE))
}

function withCaption(edition: Edition, id: string, at: number, caption: string): Edition {
  return withLabels(edition, [id], (labels) => ({ ...labels, figures: labels.figures.with(at, caption) }))
}

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
