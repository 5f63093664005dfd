import { cp, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import * as library from 'stadtprofile'
import { EDITION_CASES } from './editions/cases.ts'

const index = await readFile(new URL('../src/index.ts', import.meta.url), 'utf8')

describe('index.ts', () => {
  test('exports these values', () => {
    expect(Object.keys(library).sort()).toEqual([
      'RulesError',
      'SourceError',
      'defaultRulesFolder',
      'diffReports',
      'extract',
      'loadRules',
      'mergeWords',
      'reportJsonSchema',
    ])
  })

  test('exports these types', () => {
    const types = [...index.matchAll(/^export (?<all>type )?\{ (?<names>[^}]+) \}/gmu)].flatMap(({ groups }) => {
      const names = groups?.['names']?.split(', ') ?? []
      return groups?.['all'] === undefined
        ? names.filter((name) => name.startsWith('type '))
        : names.map((name) => `type ${name}`)
    })
    expect(types.map((name) => name.slice('type '.length)).sort()).toEqual([
      'Address',
      'Block',
      'Contact',
      'Diagnostic',
      'DiagnosticCode',
      'DiffOptions',
      'DocumentWords',
      'Edition',
      'EditionDiff',
      'ExtractOptions',
      'ExtractResult',
      'Figure',
      'FigureFile',
      'FigureWord',
      'Ledger',
      'LedgerAccount',
      'LedgerRun',
      'LineSpot',
      'PageBox',
      'PageSpot',
      'Person',
      'Phone',
      'Place',
      'PlacedChange',
      'Report',
      'RichText',
      'Rules',
      'Severity',
      'SourceErrorCode',
    ])
  })

  test('exports nothing wholesale', () => expect(index).not.toMatch(/export \*|export default/u))
})

describe('extract', () => {
  afterEach(() => vi.restoreAllMocks())
  const [edition] = EDITION_CASES
  const sources = edition?.sources.map((file) => [file, edition.path(file)] as const) ?? []

  test.each(sources)('prints nothing and writes nothing, reading %s', async (file, path) => {
    const printed: unknown[] = []
    const note = (...said: readonly unknown[]) => printed.push(said) > 0
    vi.spyOn(process.stdout, 'write').mockImplementation(note)
    vi.spyOn(process.stderr, 'write').mockImplementation(note)
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
      vi.spyOn(console, method).mockImplementation(note)

    const folder = await mkdtemp(join(tmpdir(), 'extract-'))
    const before = process.cwd()
    try {
      await cp(path, join(folder, file))
      process.chdir(folder)
      const { mtimeMs } = await stat(file)
      const { report } = await library.extract(file)
      expect(report.edition.source.file).toBe(file)
      expect(await readdir('.')).toEqual([file])
      expect((await stat(file)).mtimeMs).toBe(mtimeMs)
    } finally {
      process.chdir(before)
      await rm(folder, { recursive: true })
    }
    expect(printed).toEqual([])
  })

  test('leaves the bytes it is given as they are', async () => {
    const given = new Uint8Array(await readFile(sources[0]?.[1] ?? ''))
    const copy = given.slice()
    await library.extract(given)
    expect(given.length).toBe(copy.length)
    expect(Buffer.compare(given, copy)).toBe(0)
  })

  test('counts the pages it has read', async () => {
    const pdf = sources.find(([file]) => file.endsWith('.pdf'))?.[1] ?? ''
    const seen: (readonly [number, number])[] = []
    const { report } = await library.extract(pdf, { onPage: (done, total) => seen.push([done, total]) })
    const { pages } = report.edition.source
    expect(seen).toEqual(Array.from({ length: pages }, (_, page) => [page + 1, pages]))
  })

  test('takes the edition and the name of the file as they are given', async () => {
    const bytes = new TextEncoder().encode('Der Turm steht offen.')
    const { report } = await library.extract(bytes, { edition: 'Herbst', fileName: 'turm.txt' })
    expect(report.edition).toMatchObject({ id: 'Herbst', source: { file: 'turm.txt', kind: 'text', pages: 1 } })
    expect((await library.extract(bytes)).report.edition).toMatchObject({ id: null, source: { file: 'input' } })
  })

  test.each([
    ['a file that is not there', 'no/such.pdf', 'missing'],
    ['a folder', '.', 'unreadable'],
    ['an empty file', new Uint8Array(), 'no-text'],
    ['bytes that are no document', new Uint8Array([0, 1, 2, 255]), 'not-a-pdf'],
  ] as const)('rejects %s', async (_, input, code) => {
    await expect(library.extract(input)).rejects.toMatchObject({ name: 'SourceError', code })
    await expect(library.extract(input)).rejects.toBeInstanceOf(library.SourceError)
  })

  test('rejects rules that are not there', async () => {
    await expect(library.extract(new TextEncoder().encode('Turm'), { rules: 'no/such/rules' })).rejects.toBeInstanceOf(
      library.RulesError,
    )
  })
})
