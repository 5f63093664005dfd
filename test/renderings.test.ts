import { readdirSync, readFileSync } from 'node:fs'
import { extract, loadRules } from 'stadtprofile'
import { describe, expect, test } from 'vitest'
import { IMPRINT } from '../fixtures/typeset/apparatus.ts'
import { renderPdf } from '../fixtures/typeset/render-pdf.ts'
import { OTHER_RENDERINGS } from '../fixtures/typeset/rendering.ts'
import type { City, FamilyReport } from '../rules/stadtprofile/report.generated.ts'
import { EDITION_CASES, EXPECTED } from './editions/cases.ts'

const rules = await loadRules()

describe.each(EDITION_CASES)('$name', ({ name, content, path }) => {
  const folder = new URL(`../fixtures/renderings/${name}/`, import.meta.url)
  const names = Object.keys(OTHER_RENDERINGS)
  const golden = JSON.parse(readFileSync(path(EXPECTED), 'utf8')) as Pick<FamilyReport, 'cities'>

  test('has all renderings and no other', () => {
    expect(readdirSync(folder).sort()).toEqual(names.map((rendering) => `${rendering}.pdf`).sort())
  })

  describe.each(Object.entries(OTHER_RENDERINGS))('%s', (rendering, how) => {
    const pdf = readFileSync(new URL(`${rendering}.pdf`, folder))

    test('is what the content prints, byte for byte', () => {
      expect(renderPdf(content, how).equals(pdf)).toBe(true)
    })

    test('gives the same report, without an error', async () => {
      const { report, diagnostics } = await extract(pdf, { rules })
      expect(withoutPages((report as unknown as FamilyReport).cities)).toEqual(withoutPages(golden.cities))
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(diagnostics.filter(({ severity }) => severity === 'warning').map(({ code }) => code)).toEqual([
        'contact/address-without-local-part',
      ])
      const told = (code: string) => diagnostics.filter((one) => one.code === code).map(({ message }) => message)
      expect(told('text/footnote').length > 0).toBe(how.footnotes)
      expect(told('outline/text-outside').some((message) => message.includes(IMPRINT[1]))).toBe(
        how.imprint.includes('after') || (how.imprint.includes('before') && !how.frontMatter),
      )
    })
  })
})

/** Where a city stands is all that a rendering may change. */
function withoutPages(cities: readonly City[]): readonly Partial<City>[] {
  return cities.map((city) => ({ ...city, pages: [0, 0] }))
}
