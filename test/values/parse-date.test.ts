import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDate } from '../../src/values/parse-date.ts'
import { germanWords } from './german-words.ts'

fc.configureGlobal({ seed: 2_026 })

describe('parseDate', () => {
  test.each([
    ['31.12.2025', '2025-12-31'],
    ['31. 12. 2025', '2025-12-31'],
    ['1.3.2026', '2026-03-01'],
    ['01.03.2026', '2026-03-01'],
    ['29.02.2024', '2024-02-29'],
    ['29.2.2000', '2000-02-29'],
    ['31. Dezember 2025', '2025-12-31'],
    ['31.Dezember 2025', '2025-12-31'],
    ['1. März 2026', '2026-03-01'],
    ['1. MÄRZ 2026', '2026-03-01'],
    ['6. Jänner 2026', '2026-01-06'],
    ['3. Sept. 2025', '2025-09-03'],
    ['Mittwoch, 31. Dezember 2025', '2025-12-31'],
    ['Mittwoch, den 31. Dezember 2025', '2025-12-31'],
    ['am Mittwoch, dem 31.12.2025', '2025-12-31'],
    ['Mi., 31.12.2025', '2025-12-31'],
    ['Mi 31.12.2025', '2025-12-31'],
    ['Do., 29. Feb. 2024', '2024-02-29'],
    ['Dez. 2025', '2025-12'],
    ['Dez 2025', '2025-12'],
    ['Mai 2025', '2025-05'],
    ['im Dezember 2025', '2025-12'],
    ['12/2025', '2025-12'],
    ['03/2025', '2025-03'],
    ['03.2025', '2025-03'],
    ['2025', '2025'],
    ['im Jahr 2025', '2025'],
    ['seit 2019', '2019'],
    ['2025-12-31', '2025-12-31'],
    ['zum 31.12.2025', '2025-12-31'],
    ['Stand: 31.12.2025', '2025-12-31'],
    ['Stand 12/2025', '2025-12'],
    ['Stand: Dezember 2025', '2025-12'],
    ['seit dem 1. Mai 2020', '2020-05-01'],
    ['ab 01.01.2026', '2026-01-01'],
    ['bis zum 30.06.2027', '2027-06-30'],
    ['31.\u00A0Dezember\u202F2025', '2025-12-31'],
  ])('%j is %s', (text, date) => expect(parseDate(text, germanWords)).toBe(date))

  test.each([
    ['nothing', ['', ' ', '-', 'offen', 'k. A.', 'Stand', 'am', 'Dezember', 'Mittwoch']],
    ['no such day', ['31.02.2025', '29.02.2025', '29.2.1900', '31.4.2025', '0.1.2025', '1.0.2025', '32.1.2025']],
    ['no such month', ['1.13.2025', '13/2025', '00/2025', '2025-13-01', '2025-00-10', '5. Brachet 2025']],
    ['not such a weekday', ['Montag, 31. Dezember 2025', 'So., 31.12.2025']],
    ['two digits of a year', ['1.3.26', '31.12.25', 'Dez. 25', "Dez. '25", '12/25', '1. März 26']],
    ['no year', ['31. Dezember', '31.12.', 'Mittwoch, 31.12.']],
    [
      'ranges',
      ['1.–3.5.2025', '1.1.2025–31.12.2025', '2024–2026', '2024-2026', '2025/26', '2025/2026', '2025 bis 2027'],
    ],
    ['perhaps a range or an issue', ['2025-12', '2011-12', '1/2025', '3.2025']],
    ['quarters and seasons', ['1. Quartal 2025', 'Q1 2025', 'Q1/2025', 'Sommer 2025', '1. Halbjahr 2025', 'I/2025']],
    ['no certain date', ['Ende 2025', 'Anfang März 2025', 'vor 2025', 'nach 2025', 'ca. 2010', 'um 1900', '2025 ff.']],
    ['other order', ['12/31/2025', '31/12/2025', '2025/12/31', '2025.12.31', '20251231', 'Dezember 31, 2025']],
    ['other text', ['31.12.2025.', '31.12.2025, 14 Uhr', '31.12.2025 (geplant)', 'Beginn 31.12.2025', 'Heft 12/2025']],
    ['no year of our era', ['4711', '0999', '12025', '202', '0000']],
    ['a weekday without day', ['Mittwoch, Dezember 2025', 'Mittwoch 2025']],
    ['glued words', ['am31.12.2025', 'seit2019', 'Mi31.12.2025']],
  ])('%s: no date', (_, texts) => {
    expect(texts.filter((text) => parseDate(text, germanWords) !== null)).toEqual([])
  })

  const day = fc.date({
    min: new Date('1000-01-01T00:00:00Z'),
    max: new Date('2999-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  const written = (locale: string, options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    return (date: Date) => format.format(date)
  }
  // The calendar of Intl is another one before.
  const gregorian = day.filter((date) => date.getUTCFullYear() > 1582)
  const numeric = { day: 'numeric', month: 'numeric', year: 'numeric' } as const
  const weekday = 'long'

  test('reads every day in every notation of Intl', () => {
    const notations = fc.constantFrom(
      written('de-DE', numeric),
      written('de-DE', { ...numeric, day: '2-digit', month: '2-digit' }),
      written('de-DE', { ...numeric, month: 'long' }),
      written('de-DE', { ...numeric, month: 'short' }),
      written('de-DE', { ...numeric, month: 'long', weekday }),
      written('de-DE', { ...numeric, month: 'short', weekday: 'short' }),
      written('de-AT', { ...numeric, month: 'long', weekday }),
      (date: Date) => date.toISOString().slice(0, 10),
    )
    fc.assert(
      fc.property(gregorian, notations, (date, notation) => {
        expect(parseDate(notation(date), germanWords)).toBe(date.toISOString().slice(0, 10))
      }),
      { numRuns: 1000 },
    )
  })

  test('reads every month and year', () => {
    const month = written('de-DE', { month: 'long', year: 'numeric' })
    const shortMonth = written('de-DE', { month: 'short', year: 'numeric' })
    fc.assert(
      fc.property(gregorian, (date) => {
        const iso = date.toISOString()
        const numbers = `${iso.slice(5, 7)}/${iso.slice(0, 4)}`
        for (const text of [month(date), shortMonth(date), numbers])
          expect(parseDate(text, germanWords)).toBe(iso.slice(0, 7))
        expect(parseDate(iso.slice(0, 4), germanWords)).toBe(iso.slice(0, 4))
      }),
    )
  })

  test('knows the days that there are, and those only', () => {
    const parts = fc.tuple(fc.integer({ min: 1000, max: 2999 }), fc.nat(14), fc.nat(33))
    fc.assert(
      fc.property(parts, ([year, month, date]) => {
        const printed = new Date(Date.UTC(year, month - 1, date))
        const exists = printed.getUTCMonth() === month - 1 && printed.getUTCDate() === date
        expect(parseDate(`${date}.${month}.${year}`, germanWords)).toBe(
          exists ? printed.toISOString().slice(0, 10) : null,
        )
      }),
      { numRuns: 1000 },
    )
  })

  test('takes one weekday of the seven', () => {
    const names = ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag']
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10)
        const taken = names.filter((name) => parseDate(`${name}, ${iso}`, germanWords) !== null)
        expect(taken).toEqual([names[date.getUTCDay()]])
      }),
    )
  })
})
