import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMoney } from '../../src/values/parse-money.ts'
import { germanWords } from './german-words.ts'

fc.configureGlobal({ seed: 2_026 })

describe('parseMoney', () => {
  test.each([
    ['1.250 €', 1250],
    ['1.250€', 1250],
    ['€ 1.250,50', 1250.5],
    ['€1.250,50', 1250.5],
    ['EUR 45,50', 45.5],
    ['Euro 45', 45],
    ['45 EURO', 45],
    ['45,- €', 45],
    ['45,-€', 45],
    ['45,– Euro', 45],
    ['45,-- EUR', 45],
    ['1.250,— €', 1250],
    ['0 €', 0],
    ['0,29 €', 0.29],
    ['12,5 €', 12.5],
    ['-12,50 €', -12.5],
    ['− 12 €', -12],
    ['1 250 €', 1250],
    ['1,2 Mio. €', 1_200_000],
    ['1,2 Mio.€', 1_200_000],
    ['EUR 1,2 Mio.', 1_200_000],
    ['12,4 Millionen Euro', 12_400_000],
    ['1,234567 Mio. €', 1_234_567],
    ['2 ½ Millionen Euro', 2_500_000],
    ['3,1 Mrd. EUR', 3_100_000_000],
    ['350 Tsd. €', 350_000],
    ['350 T€', 350_000],
    ['TEUR 350', 350_000],
    ['0,35 T€', 350],
    ['1,255 T€', 1255],
    ['50 Cent', 0.5],
    ['7,25 Cent', 0.0725],
    ['rund 95 € monatlich', 95],
    ['ca. 95 € im Monat', 95],
    ['95 €/Monat', 95],
    ['95 € pro Kind im Monat', 95],
    ['95 € pro Kind und Monat', 95],
    ['bis zu 500 € je Person', 500],
    ['insgesamt etwa 1,5 Mio. Euro jährlich', 1_500_000],
  ])('%j is EUR %d', (text, amount) => {
    expect(parseMoney(text, germanWords)).toEqual({ amount, currency: 'EUR' })
  })

  test.each([
    ['CHF 1’250.–', 1250, 'CHF'],
    ['45 Franken', 45, 'CHF'],
    ['120.000 US-$', 120_000, 'USD'],
    ['$ 12', 12, 'USD'],
    ['£ 12,50', 12.5, 'GBP'],
    ['10.000 DM', 10_000, 'DEM'],
  ])('%j is %d %s', (text, amount, currency) => {
    expect(parseMoney(text, germanWords)).toEqual({ amount, currency })
  })

  test.each([
    ['nothing', ['', '-', '€', 'Euro', 'k. A.', 'kostenfrei', 'rund €', 'Mio. €', ',- €']],
    ['no currency', ['1.250', '45,-', '45,50', '1,2 Mio.', '95 monatlich', '12 Taler']],
    ['two currencies', ['€ 45 €', 'EUR 45 Euro', '12 € CHF', '€ EUR 12']],
    ['ranges', ['10–20 €', '10 – 20 €', '10 € bis 20 €', '10 bis 20 Euro', 'ab 15 €', '12/15 €', 'von 3 €']],
    ['several amounts', ['5 € und 7 €', '5 €, 7 €', '5 € (ermäßigt 3 €)', '5 Euro 50', '5 € 3 €']],
    ['sentences', ['Es kostet 5 €.', '5 €.', '5 € Eintritt', 'Eintritt 5 €', '5 € als Zuschuss', '5 € monatlich bar']],
    ['no German notation', ['1,250.50 €', '45.50 €', '1.25 €', '01,50 €', '€ ,50', '12, €', '1.2345 €']],
    ['perhaps a thousand in English notation', ['1,234 €', '€ 1,234', '-1,250 EUR']],
    ['zeros of both kinds', ['45,50,- €', '45,- Mio €,-', '45,-- -']],
    ['multiplied twice', ['2 Mio. T€', '2 Tsd. TEUR', '2 Mio. Cent', '2 Tsd. Mio. €']],
    ['for what is not known', ['95 € pro', '95 € pro Fass', '95 €Monat', '95 € / ', '5 € monatlich je Kind im Jahr']],
    ['more digits than a number holds', ['123.456.789.012.345,67 €']],
    ['a sign that may be the marker of a list', ['- 12 €', '– 12 €', '-€ 12']],
  ])('%s: no amount', (_, texts) => {
    expect(texts.filter((text) => parseMoney(text, germanWords) !== null)).toEqual([])
  })

  test('reads what Intl writes for amounts in cents', () => {
    const cents = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 })
    const locales = ['de-DE', 'de-AT', 'de-LU']
    const displays = ['symbol', 'code', 'name'] as const
    fc.assert(
      fc.property(
        cents,
        fc.constantFrom(...locales),
        fc.constantFrom(...displays),
        (count, locale, currencyDisplay) => {
          // In Austria the sign stands between minus and number: `-€ 5`.
          fc.pre(locale !== 'de-AT' || count >= 0)
          const amount = Number(`${count}e-2`)
          const format = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', currencyDisplay })
          expect(parseMoney(format.format(amount), germanWords)).toEqual({ amount, currency: 'EUR' })
        },
      ),
    )
  })

  test('reads any amount with the words around it', () => {
    const part = (...choices: readonly string[]) => fc.constantFrom('', ...choices)
    const around = fc.record({
      lead: part('rund ', 'Ca. ', 'insgesamt über ', '~'),
      before: fc.boolean(),
      currency: fc.constantFrom('€', 'EUR', 'Euro'),
      per: part(' monatlich', ' pro Kind', '/Monat', ' je Person im Jahr'),
    })
    fc.assert(
      fc.property(fc.nat(99_999_999), around, (count, { lead, before, currency, per }) => {
        const number = `${Math.floor(count / 100)},${String(count % 100).padStart(2, '0')}`
        const money = before ? `${currency} ${number}` : `${number} ${currency}`
        const amount = Number(`${count}e-2`)
        expect(parseMoney(lead + money + per, germanWords)).toEqual({ amount, currency: 'EUR' })
      }),
    )
  })
})
