import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { extract, type ExtractResult, loadRules } from 'stadtprofile'
import { readPdf } from '../src/pdf/read-pdf.ts'
import { readReport, toLines } from '../src/pipeline.ts'
import { reportSchema } from '../src/report/report-schema.ts'
import type { City, FamilyReport } from '../rules/stadtprofile/report.generated.ts'
import { toJson } from '../src/report/to-json.ts'
import { hasPdfHeader } from '../src/source/detect-kind.ts'
import type { SourceDocument } from '../src/source/source-document.ts'
import { readText } from '../src/text/read-text.ts'
import { asGold, truthOf } from './editions/as-gold.ts'
import { EDITION_CASES, EXPECTED, expectedOf } from './editions/cases.ts'
import { claimedWords } from './editions/claimed-words.ts'
import { itemLevelsOfCities, itemLevelsOfContent } from './editions/item-levels.ts'

const rules = await loadRules()

test('there are editions', () => expect(EDITION_CASES.length).toBeGreaterThan(0))

describe.each(EDITION_CASES)('$name', ({ content, sources, files, path }) => {
  const read = (source: string) => new Uint8Array(readFileSync(path(source)))
  const results = new Map<string, Promise<ExtractResult>>()
  /** One extraction per input, however many tests look at it. */
  const resultOf = (source: string): Promise<ExtractResult> => {
    const result = results.get(source) ?? extract(read(source), { rules, fileName: source })
    results.set(source, result)
    return result
  }
  const reportOf = async (source: string): Promise<FamilyReport> => asFamilyReport((await resultOf(source)).report)
  const [main = ''] = sources

  test('has an input, and no golden file that nobody reads', () => {
    expect(sources).not.toEqual([])
    const golden = files.filter((file) => file.startsWith('expected'))
    expect(golden.sort()).toEqual([EXPECTED, ...sources.map(expectedOf)].sort())
  })

  test(`${main} gives ${EXPECTED}`, async () => {
    await expect(toJson(entitiesOf(await reportOf(main)))).toMatchFileSnapshot(path(EXPECTED))
  })

  test.each(sources)('pages and diagnostics of %s', async (source) => {
    await expect(toJson(ownOf(await reportOf(source)))).toMatchFileSnapshot(path(expectedOf(source)))
  })

  test.each(sources.slice(1))(`%s gives the same report as ${main}, but for source and pages`, async (source) => {
    expect(withoutPlace(await reportOf(source))).toEqual(withoutPlace(await reportOf(main)))
  })

  // What follows is true of every edition; no update of the golden files changes it.

  describe.each(sources)('%s', (source) => {
    test.each(content.cities.map(({ id }, index) => [id, index] as const))(
      'says of %s what the content says',
      async (_, index) => {
        const city = (await reportOf(source)).cities[index]
        expect(city === undefined ? null : asGold(city)).toEqual(truthOf(content)[index])
      },
    )

    test('has no city that the content has not', async () => {
      const { cities } = await reportOf(source)
      expect(cities.map(({ id }) => id)).toEqual(content.cities.map(({ id }) => id))
    })

    test('has list items on the levels of the content', async () => {
      expect(itemLevelsOfCities((await reportOf(source)).cities)).toEqual(itemLevelsOfContent(content))
    })

    test('is valid and reports no error', async () => {
      const { report, diagnostics } = await resultOf(source)
      expect(reportSchema(rules).safeParse(report).error).toBeUndefined()
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(report.diagnostics).toBe(diagnostics)
    })

    test('loses no word and reads none twice', async () => {
      const document = await readDocument(read(source))
      const reading = readReport(toLines(document, rules.settings), rules)
      const { words, ledger } = reading
      expect([...words].map(([, { word }]) => word.text).join('').length).toBe(inkOf(document))
      expect([...ledger.keys()].sort((a, b) => a - b)).toEqual([...words.keys()].sort((a, b) => a - b))
      const claimed = claimedWords(reading)
      expect(claimed.filter((id, index) => claimed.indexOf(id) !== index)).toEqual([])
      const inValues = [...ledger].filter(([, account]) => ['value', 'label', 'figure'].includes(account))
      expect([...claimed].sort((a, b) => a - b)).toEqual(inValues.map(([id]) => id).sort((a, b) => a - b))
    })

    test('knows of each value where it was read', async () => {
      const { report, provenance } = await resultOf(source)
      const pointers = Object.keys(provenance)
      expect(pointers.filter((pointer) => valueAt(report, pointer) === undefined)).toEqual([])
      expect(pointers.filter((pointer) => provenance[pointer]?.length === 0)).toEqual([])
      const silent = textPointers(asFamilyReport(report).cities, '/cities').filter(
        (pointer) => !pointers.includes(pointer),
      )
      expect(silent).toEqual([])
    })

    test('keeps what was printed at the line ends it repaired', async () => {
      const { report, provenance } = await resultOf(source)
      const told = Object.entries(provenance).flatMap(([pointer, places]) =>
        places.flatMap((place) =>
          'join' in place ? [{ pointer, join: place.join, value: valueAt(report, pointer) }] : [],
        ),
      )
      // The join names whole words; a number's own text may end before a comma.
      const texts = told.filter(({ pointer }) => pointer.endsWith('/text') && !pointer.includes('/phones/'))
      expect(texts.length).toBeGreaterThan(100)
      expect(texts.filter(({ join, value }) => !String(value).includes(join.joined.replace(/-$/u, '')))).toEqual([])
      expect(told.filter(({ join }) => !join.printed.includes('⏎') || join.evidence === '')).toEqual([])
    })
  })

  test('the same bytes give the same bytes, also side by side and in another order', async () => {
    const again = await Promise.all(
      [...sources].reverse().map((source) => extract(read(source), { rules, fileName: source })),
    )
    for (const [index, source] of [...sources].reverse().entries()) {
      const first = await resultOf(source)
      const second = again[index]
      expect(toJson(second?.report)).toBe(toJson(first.report))
      expect(toJson(second?.provenance)).toBe(toJson(first.provenance))
    }
  })
})

function readDocument(bytes: Uint8Array): SourceDocument | Promise<SourceDocument> {
  return hasPdfHeader(bytes) ? readPdf(bytes, {}) : readText(bytes)
}

/** Characters that are printed, blanks not counted. */
function inkOf({ pages }: SourceDocument): number {
  return pages
    .flatMap(({ items }) => items.map(({ text }) => text.replaceAll(/\s+/gu, '').length))
    .reduce((a, b) => a + b, 0)
}

function asFamilyReport(report: unknown): FamilyReport {
  return reportSchema(rules).parse(report) as FamilyReport
}

/** What all inputs of an edition give. */
function entitiesOf({ cities }: FamilyReport): unknown {
  const withoutPages = (city: City) => Object.fromEntries(Object.entries(city).filter(([key]) => key !== 'pages'))
  return { cities: cities.map(withoutPages) }
}

/** All of a report but what differs by nature between two inputs of one edition: the source, and page numbers. */
function withoutPlace(report: FamilyReport): unknown {
  return {
    ...report,
    ...(entitiesOf(report) as object),
    edition: { ...report.edition, source: null },
    diagnostics: report.diagnostics.map((diagnostic) => ({ ...diagnostic, page: null })),
  }
}

/** What depends on the input: what it says of the edition, pages, diagnostics. Hashes and versions are left out. */
function ownOf({ edition, cities, diagnostics }: FamilyReport): unknown {
  return {
    edition: { id: edition.id, title: edition.title, kind: edition.source.kind, pages: edition.source.pages },
    pages: Object.fromEntries(cities.map(({ id, pages }) => [id, pages?.join('–') ?? null])),
    // Codes and places; the wording of messages may improve.
    diagnostics: diagnostics.map(({ severity, code, page, pointer }) =>
      [severity, code, `page ${String(page)}`, pointer ?? ''].join(' ').trim(),
    ),
  }
}

function valueAt(json: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, token) => (value as Record<string, unknown> | undefined)?.[token], json)
}

/** Keys whose texts are not printed as such. */
const MADE = ['id', 'sameAs', 'kind', 'marker', 'level', 'salutation', 'e164']

/** Pointers to the texts of a report: those of a value's own words. */
function textPointers(value: unknown, pointer: string): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [pointer]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) => {
    if (MADE.includes(key)) return []
    const isWhole = ['persons', 'addresses', 'phones'].includes(key)
    return isWhole && Array.isArray(child)
      ? child.map((_, index) => `${pointer}/${key}/${String(index)}`)
      : textPointers(child, `${pointer}/${key}`)
  })
}
