import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchTemplate, squeeze, toTemplate } from '../../src/repair/address-template.ts'
import { templatesFor } from '../../src/repair/template-index.ts'

fc.configureGlobal({ seed: 2_026 })

const address = fc
  .array(fc.constantFrom(...['amt', 'alt', 'al', 'a', 'stadt', '-', '.', '@', '/', 'www.', 'ö', '4']), { maxLength: 8 })
  .map((parts) => parts.join(''))

test('an index leaves out no address that a line end lies in', () => {
  fc.assert(
    fc.property(fc.array(address, { maxLength: 12 }), address, address, (sources, before, text) => {
      const templates = sources.map(toTemplate)
      const left = squeeze(before)
      const ahead = [{ text, mark: 'none' }] as const
      const matching = templates.filter((template) => matchTemplate(left, ahead, template) !== null)
      expect(templatesFor(left, templates).filter((template) => matching.includes(template))).toEqual(matching)
    }),
    { numRuns: 1000 },
  )
})

test('an index leaves out what begins with other letters', () => {
  const templates = ['kurs@altberg.example', 'www.neuberg.example', 'amt@neuberg.example'].map(toTemplate)
  expect(templatesFor('neube', templates)).toEqual(templates.slice(1))
  expect(templatesFor('uberg', templates)).toEqual([])
})
