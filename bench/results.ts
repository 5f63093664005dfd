import type { Cost } from './measure.ts'
import type { StageShare } from './stage-shares.ts'

/** Medians over the rounds. */
export type Measured = Omit<Cost, 'stdout'> & {
  /** Milliseconds of one more time in the same process; null where there was none. */
  readonly again: number | null
}

type Name =
  | 'text'
  | 'links'
  | 'open'
  | 'first-page'
  | 'one-reader'
  | 'two-readers'
  | 'extract'
  | 'program'
  | 'kept'
  | 'again-kept'

/** What all contenders took for one document. */
export interface Result {
  readonly file: string
  readonly pages: number
  readonly costs: Readonly<Record<Name, Measured>>
  readonly shares: readonly StageShare[]
}

interface Figure {
  readonly name: string
  readonly of: (result: Result) => number
  readonly unit: string
  /** What it should be at most. */
  readonly bound?: number
}

type Wall = Readonly<Record<Name, number>>

function wall({ costs }: Result): Wall {
  return Object.fromEntries(Object.entries(costs).map(([name, { wall: time }]) => [name, time])) as Wall
}

const FIGURES: readonly Figure[] = [
  ratio('program : text and operators of PDF.js', (of) => of.program / of.text, 0.8),
  ratio('program : operators and links of PDF.js', (of) => of.program / of.links, 1.3),
  ratio('first page : loading PDF.js, opening', (of) => of['first-page'] / of.open, 1.3),
  ratio('again with kept pages : first time', (of) => of['again-kept'] / of.kept, 0.35),
  ratio('two reader threads : one', (of) => of['two-readers'] / of['one-reader']),
  {
    name: 'library : text and operators, warm',
    of: ({ costs }) => (costs.extract.again ?? Number.NaN) / (costs.text.again ?? Number.NaN),
    unit: '',
  },
  {
    name: 'program : text and operators, CPU',
    of: ({ costs }) => costs.program.cpu / costs.text.cpu,
    unit: '',
  },
  { name: 'program, memory', of: ({ costs }) => costs.program.memory, unit: ' MB', bound: 600 },
  { name: 'text and operators, memory', of: ({ costs }) => costs.text.memory, unit: ' MB' },
  { name: 'program, time', of: ({ costs }) => costs.program.wall, unit: ' ms' },
  { name: 'program, time for a page', of: ({ costs, pages }) => costs.program.wall / pages, unit: ' ms' },
]

function ratio(name: string, of: (wall: Wall) => number, bound?: number): Figure {
  return { name, of: (result) => of(wall(result)), unit: '', ...(bound === undefined ? {} : { bound }) }
}

/** The figures by their names, one number for each document. */
export function ratios(results: readonly Result[]): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(FIGURES.map(({ name, of }) => [name, results.map(of)]))
}

/** The figures as a table for Markdown. */
export function table(results: readonly Result[]): readonly string[] {
  const rows = FIGURES.map(({ name, of, unit, bound }) => [
    name,
    ...results.map((result) => shown(of(result), unit)),
    bound === undefined ? '' : shown(bound, unit),
  ])
  return rowsOf([['', ...results.map(({ pages }) => `${String(pages)} pages`), 'at most'], ...rows])
}

/** Where the processor time of the program goes. */
export function stageTable(results: readonly Result[]): readonly string[] {
  const stages = [...new Set(results.flatMap(({ shares }) => shares.map(({ stage }) => stage)))]
  const rows = stages.map((stage) => [
    stage,
    ...results.map(({ shares }) => `${((shares.find((own) => own.stage === stage)?.share ?? 0) * 100).toFixed(1)} %`),
  ])
  return rowsOf([['share of processor time', ...results.map(({ pages }) => `${String(pages)} pages`)], ...rows])
}

function shown(value: number, unit: string): string {
  return unit === '' ? value.toFixed(2) : `${value < 100 ? value.toFixed(1) : value.toFixed(0)}${unit}`
}

function rowsOf(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  const [head = [], ...others] = rows
  return [line(head), rule, ...others.map(line)]
}
