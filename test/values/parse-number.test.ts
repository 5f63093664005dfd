import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseNumber } from '../../src/values/parse-number.ts'
import { germanWords } from './german-words.ts'

fc.configureGlobal({ seed: 2_026 })

describe('parseNumber', () => {
  test.each([
    ['0', 0],
    ['7', 7],
    ['1.234', 1234],
    ['1.234,5', 1234.5],
    ['48.213', 48_213],
    ['1.234.567', 1_234_567],
    ['1234567', 1_234_567],
    ['1 234', 1234],
    ['1\u202F234\u202F567', 1_234_567],
    ['1\u00A0234', 1234],
    ["1'234'567", 1_234_567],
    ['1’234,5', 1234.5],
    ['1,234', 1.234],
    ['0,05', 0.05],
    ['2,50', 2.5],
    ['-3', -3],
    ['–3', -3],
    ['−3,5', -3.5],
    ['− 3,5', -3.5],
    ['+2', 2],
    ['+ 2', 2],
    ['-0', 0],
    ['½', 0.5],
    ['2½', 2.5],
    ['1 ¾', 1.75],
    ['1.234 ¼', 1234.25],
    ['1,2 Mio.', 1_200_000],
    ['1,2 Mio', 1_200_000],
    ['1 Million', 1_000_000],
    ['2,3 Millionen', 2_300_000],
    ['8,3 MRD.', 8_300_000_000],
    ['1,1 Milliarden', 1_100_000_000],
    ['350 Tsd.', 350_000],
    ['0,29 Tausend', 290],
    ['2 ½ Mio.', 2_500_000],
    ['999.999.999.999.999', 999_999_999_999_999],
    ['rund 1.200', 1200],
    ['Rund 1.200', 1200],
    ['ca. 30', 30],
    ['ca.30', 30],
    ['~30', 30],
    ['derzeit knapp 40', 40],
    ['mehr als 2,5 Millionen', 2_500_000],
    ['  12 \n', 12],
  ])('%j is %d', (text, value) => expect(parseNumber(text, germanWords)).toEqual({ value, unit: null }))

  test.each([
    ['37,4 %', 37.4, '%'],
    ['37,4%', 37.4, '%'],
    ['37,4 Prozent', 37.4, 'Prozent'],
    ['-2,1 ‰', -2.1, '‰'],
    ['18 v. H.', 18, 'v. H.'],
    ['120 Plätze', 120, 'Plätze'],
    ['rund 1.200 Teilnehmer*innen', 1200, 'Teilnehmer*innen'],
    ['85 m²', 85, 'm²'],
    ['85m²', 85, 'm²'],
    ['39,5 Std.', 39.5, 'Std.'],
    ['2½ Stellen', 2.5, 'Stellen'],
    ['1,2 Mio. Menschen', 1_200_000, 'Menschen'],
    ['3 Millionenstädte', 3, 'Millionenstädte'],
    ['12 Tonnen', 12, 'Tonnen'],
    ['5 t', 5, 't'],
    ['3 Euronormen', 3, 'Euronormen'],
  ])('%j is %d with the unit %s', (text, value, unit) => {
    expect(parseNumber(text, germanWords)).toEqual({ value, unit })
  })

  test.each([
    ['nothing', ['', ' ', '-', '–', '—', 'k. A.', 'n/a', 'keine', 'rund', '%', 'Mio.', '.', ',']],
    ['no German notation', ['1.5', '12.34', '1.2345', '1.2.3', '1,234.5', '0.234', ',5', '5,', '1,2,3', '1e3', '0x1F']],
    ['groups that are none', ['1234.567', '12.3456', '1.234 567', '1 23', '1.234.56', '1..234', "1'234’567"]],
    ['codes', ['007', '01067', '030 23125', '00', '-01', '12 A', '12a', '3D', '5G', '60+', '60plus', '10er']],
    ['ranges', ['10–12', '10 – 12', '10-12', '10 bis 12', '5 bis', '5 von 10', '1/2', '3:1', 'ab 60', '<5', '±3']],
    ['lists', ['1; 2', '1, 2', '3 und 4', '3 Plätze, 4 Betten', '12 Plätze (Stand 2025)']],
    ['sentences', ['Es sind 12.', '12.', '12 neue Plätze', '12 Plätze insgesamt', 'Plätze: 12', 'rund um 12']],
    ['a sign that may be the marker of a list', ['- 3', '– 3,5', '-- 3', '+-3']],
    ['money', ['12 €', '12€', '12 Euro', '12 EUR', '350 T€', '1,2 Mio. Euro', '€ 12', '45,-']],
    ['dates and times', ['31.12.2025', '12/2025', '2025-12', '12 Dezember', '3 Mai', '5 Mo.', '12 Uhr', '12:30']],
    ['parts and old measures', ['2 Drittel', '3 Viertel', '3 Dutzend', '5 Hundert', '2 Tsd. Mio.', 'mehrere Tausend']],
    ['footnotes', ['120¹', '120*', '120 ¹⁾', '1201)']],
    ['more digits than a number holds', ['1234567890123456', '0,1234567890123456', '1.234.567.890.123.456']],
    ['one unit too many', ['120 Plätze Plätze', '12 % Prozent', '12 Mio. Plätze frei']],
  ])('%s: no number', (_, texts) => {
    expect(texts.filter((text) => parseNumber(text, germanWords) !== null)).toEqual([])
  })

  const formats = [
    new Intl.NumberFormat('de-DE', { maximumFractionDigits: 15 }),
    new Intl.NumberFormat('de-AT', { maximumFractionDigits: 15 }),
    new Intl.NumberFormat('de-DE', { maximumFractionDigits: 15, useGrouping: false }),
  ]

  test('reads what Intl writes for integers', () => {
    const integer = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 })
    fc.assert(
      fc.property(integer, fc.constantFrom(...formats), (value, format) => {
        expect(parseNumber(format.format(value), germanWords)).toEqual({ value, unit: null })
      }),
    )
  })

  test('reads what Intl writes for decimals and shares', () => {
    const percent = new Intl.NumberFormat('de-DE', { style: 'unit', unit: 'percent', maximumFractionDigits: 15 })
    const decimal = fc.tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 1, max: 6 }))
    fc.assert(
      fc.property(decimal, fc.constantFrom(...formats), ([digits, places], format) => {
        const value = Number(`${digits}e-${places}`)
        expect(parseNumber(format.format(value), germanWords)).toEqual({ value, unit: null })
        expect(parseNumber(percent.format(value), germanWords)).toEqual({ value, unit: '%' })
      }),
    )
  })

  test('moves the decimal point for a multiplier and rounds nothing', () => {
    const millions = fc.tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 999_999 }))
    fc.assert(
      fc.property(millions, ([whole, decimals]) => {
        const text = `${whole},${String(decimals).padStart(6, '0')} Mio.`
        expect(parseNumber(text, germanWords)).toEqual({ value: whole * 1_000_000 + decimals, unit: null })
      }),
    )
  })
})
