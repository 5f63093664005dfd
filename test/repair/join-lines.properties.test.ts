import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinLines } from '../../src/repair/join-lines.ts'
import { legalBreaks } from './legal-breaks.ts'
import type { RepairContext } from '../../src/repair/repaired-text.ts'
import { buildVocabulary } from '../../src/repair/vocabulary.ts'
import { printLines, shippedRules } from './printed-lines.ts'

fc.configureGlobal({ seed: 2_026 })

const WORDS = `Beratung Nachbarschaftshilfe Mittagstisch Begegnungsstätte offene Treffpunkte regelmäßig im Quartier
  Wohnraumanpassung für ältere Menschen Spaziergang Vorlesestunde gemeinsam kochen Fahrdienste und Besuche
  Handwerksbetriebe Kirchengemeinden unterstützen einander Gesprächskreise Gedächtnistraining Pflegestützpunkt
  Online-Sprechstunde Baden-Württemberg LVR-Klinikum Demenz-Netzwerk Sach- und Personalkosten haupt- oder nebenamtlich
  Senior*innen Nachbar:innen Versicherung Ansprechpersonen Bürgerschaft zwischen Brücken Erzählcafé Tanznachmittag`
  .split(/\s+/u)
  .filter((word) => word !== '')

/** Phrases, so that `Sach-` is always followed by what it stands before. */
const PHRASES = WORDS.join(' ')
  .replaceAll('- und ', '-~und~')
  .replaceAll('- oder ', '-~oder~')
  .split(' ')
  .map((phrase) => phrase.replaceAll('~', ' '))

const text = fc.array(fc.constantFrom(...PHRASES), { minLength: 1, maxLength: 12 }).map((phrases) => phrases.join(' '))
const nothing: RepairContext = { vocabulary: buildVocabulary([]), looseTargets: [] }

/** Offsets at which a typesetter may end a line, with the hyphen he adds. */
function lineEnds(running: string): readonly (readonly [number, string])[] {
  const blanks = [...running.matchAll(/ /gu)].map(({ index }) => [index, ''] as const)
  const hyphens = [...running.matchAll(/-(?=\p{L})/gu)].map(({ index }) => [index + 1, ''] as const)
  const breaks = [...running.matchAll(/\p{L}+/gu)].flatMap(({ 0: word, index }) =>
    legalBreaks(word).map((offset) => [index + offset, '-'] as const),
  )
  return [...blanks, ...hyphens, ...breaks].sort(([a], [b]) => a - b)
}

/** The running text cut at some of the offsets. */
function cutAt(running: string, ends: readonly (readonly [number, string])[]): readonly string[] {
  const starts = [0, ...ends.map(([offset]) => offset)]
  return starts.map((start, index) => {
    const [end, hyphen] = ends[index] ?? [running.length, '']
    return running.slice(start, end).trim() + hyphen
  })
}

const broken = text.chain((running) =>
  fc.subarray([...lineEnds(running)]).map((ends) => ({ running, lines: cutAt(running, ends) })),
)

describe('running text', () => {
  test('hyphenated at any legal break comes back by the patterns alone', () => {
    fc.assert(
      fc.property(broken, ({ running, lines }) => {
        expect(joinLines(printLines(lines), nothing, shippedRules).text).toBe(running)
      }),
    )
  })

  test('and where the documents have its words', () => {
    const vocabulary = buildVocabulary(printLines([`${PHRASES.join(' ')} .`]))
    fc.assert(
      fc.property(broken, ({ running, lines }) => {
        expect(joinLines(printLines(lines), { vocabulary, looseTargets: [] }, shippedRules).text).toBe(running)
      }),
    )
  })

  test('joined once, stays as it is', () => {
    fc.assert(
      fc.property(broken, ({ lines }) => {
        const once = joinLines(printLines(lines), nothing, shippedRules)
        const twice = joinLines(printLines([once.text]), nothing, shippedRules)
        expect(twice.text).toBe(once.text)
        expect(twice.joins).toEqual([])
      }),
    )
  })
})

const letters = (alphabet: string, min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from(alphabet)), minLength: min, maxLength: max })
const name = letters('abcdefghiklmnoprstuwz', 2, 9)
const label = fc.array(name, { minLength: 1, maxLength: 2 }).map((parts) => parts.join('-'))
const host = fc.array(label, { minLength: 1, maxLength: 2 }).map((labels) => `${labels.join('.')}.example`)
const email = fc
  .tuple(name, fc.constantFrom('.', '-', '_'), name, host)
  .map(([a, mark, b, at]) => `${a}${mark}${b}@${at}`)
const path = fc.array(label, { minLength: 0, maxLength: 3 }).map((labels) => labels.map((one) => `/${one}`).join(''))
const url = fc.tuple(fc.constantFrom('https://www.', 'http://', 'www.'), host, path).map((parts) => parts.join(''))
const digits = (min: number, max: number) => letters('123456789', min, max)
const phone = fc
  .tuple(digits(3, 4), fc.constantFrom('/', '-', ' '), digits(2, 3), digits(2, 6))
  .map(([area, mark, trunk, own]) => `0${area}${mark}${trunk}-${own}`)

interface BrokenValue {
  readonly value: string
  readonly lines: readonly string[]
}

/** Cuts a value at any characters, with or without the typesetter's hyphen. */
function breakAnywhere(value: string): fc.Arbitrary<BrokenValue> {
  const offsets = Array.from({ length: value.length - 1 }, (_, index) => index + 1)
  return fc
    .subarray(offsets, { minLength: 1, maxLength: 6 })
    .chain((ends) =>
      fc.tuple(fc.constant(ends), fc.array(fc.boolean(), { minLength: ends.length, maxLength: ends.length })),
    )
    .map(([ends, hyphens]) => ({
      value,
      lines: cutAt(
        value,
        ends.map((end, index) => [
          end,
          hyphens[index] === true && /[^ -]/u.test(value[end - 1] ?? '') && value[end] !== ' ' ? '-' : '',
        ]),
      ),
    }))
}

/** The value with a word of running text before and after it. */
function inText({ lines }: BrokenValue): readonly string[] {
  return lines.map(
    (line, index) => `${index === 0 ? 'Kontakt ' : ''}${line}${index === lines.length - 1 ? ' Ende' : ''}`,
  )
}

describe('addresses', () => {
  const address = fc.oneof(email, url)
  /** Without a label that could begin with a top-level domain and so end the address early. */
  const simpleEmail = fc.tuple(name, label).map(([local, domain]) => `${local}@${domain}.example`)

  test('broken anywhere come back where a link covers them', () => {
    fc.assert(
      fc.property(address.chain(breakAnywhere), ({ value, lines }) => {
        const links = [value.includes('@') ? `mailto:${value}` : value.replace(/^www/u, 'https://www')]
        const printed = lines.map((line, index) => [
          ...(index === 0 ? ['Kontakt'] : []),
          { text: line, links },
          ...(index === lines.length - 1 ? ['Ende'] : []),
        ])
        expect(joinLines(printLines(printed), nothing, shippedRules).text).toBe(`Kontakt ${value} Ende`)
      }),
    )
  })

  test('broken anywhere come back where the page lists their targets', () => {
    fc.assert(
      fc.property(address.chain(breakAnywhere), address, (one, other) => {
        const looseTargets = [other, one.value].map((value) => (value.includes('@') ? `mailto:${value}` : value))
        const repaired = joinLines(printLines(inText(one)), { ...nothing, looseTargets }, shippedRules)
        expect(repaired.text).toBe(`Kontakt ${one.value} Ende`)
      }),
    )
  })

  test('broken anywhere come back where the documents print them whole', () => {
    fc.assert(
      fc.property(address.chain(breakAnywhere), (one) => {
        const vocabulary = buildVocabulary(printLines([`siehe ${one.value} hier`]))
        const repaired = joinLines(printLines(inText(one)), { vocabulary, looseTargets: [] }, shippedRules)
        expect(repaired.text).toBe(`Kontakt ${one.value} Ende`)
      }),
    )
  })

  test('never get a blank inside the domain', () => {
    fc.assert(
      fc.property(simpleEmail.chain(breakAnywhere), (one) => {
        const repaired = joinLines(printLines(inText(one)), nothing, shippedRules)
        const domain = one.value.slice(one.value.indexOf('@'))
        expect(repaired.text.replaceAll('-', '')).toContain(domain.replaceAll('-', ''))
      }),
    )
  })
})

describe('telephone numbers', () => {
  test('broken anywhere come back where a link spells their separators', () => {
    fc.assert(
      fc.property(phone.chain(breakAnywhere), (one) => {
        const context = { ...nothing, looseTargets: [`tel:${one.value}`] }
        expect(joinLines(printLines(inText(one)), context, shippedRules).text).toBe(`Kontakt ${one.value} Ende`)
      }),
    )
  })

  test('broken anywhere come back where the documents print them whole', () => {
    fc.assert(
      fc.property(phone.chain(breakAnywhere), (one) => {
        const vocabulary = buildVocabulary(printLines([`Telefon ${one.value}, Amt`]))
        const repaired = joinLines(printLines(inText(one)), { vocabulary, looseTargets: [] }, shippedRules)
        expect(repaired.text).toBe(`Kontakt ${one.value} Ende`)
      }),
    )
  })

  test('keep the hyphens at which they are broken', () => {
    fc.assert(
      fc.property(phone, (value) => {
        const ends = [...value.matchAll(/-(?=\d)/gu)].map(({ index }) => [index + 1, ''] as const)
        expect(joinLines(printLines(cutAt(value, ends)), nothing, shippedRules).text).toBe(value)
      }),
    )
  })
})

describe('characters', () => {
  const token = fc.oneof(fc.constantFrom(...WORDS), letters('aAäÄbBß1.-/*:@„“(,–\u0308\uFB01\u00AD\u2011\u200B', 1, 8))
  const printed = fc.array(fc.array(token, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 })
  const shown = (value: string) =>
    value
      .replaceAll(/[\u00AD\u200B\s]/gu, '')
      .replaceAll('\uFB01', 'fi')
      .replaceAll('\u2011', '-')
      .normalize('NFC')

  /** A mark may come to stand behind a letter when the hyphen between them goes: they are one character then. */
  const withoutHyphens = (text: string) => text.replaceAll('-', '').normalize('NFC')
  const lengthOf = (text: string) => text.normalize('NFD').length

  test('in are characters out and the removals that are recorded', () => {
    fc.assert(
      fc.property(printed, (lines) => {
        const { text: joined, joins } = joinLines(printLines(lines), nothing, shippedRules)
        const removed = joins.filter(
          ({ action, printed: at }) => action === 'hyphen-removed' && at.includes('-⏎'),
        ).length
        const before = shown(lines.flat().join(''))
        const after = shown(joined)
        expect(withoutHyphens(after)).toBe(withoutHyphens(before))
        expect(lengthOf(after) + removed).toBe(lengthOf(before))
      }),
    )
  })

  test('are not lost to links that lead elsewhere', () => {
    const target = fc.oneof(email, url, phone, fc.webUrl(), fc.string({ maxLength: 12 }))
    const linked = fc.array(
      fc.array(fc.record({ text: token, links: fc.array(target, { maxLength: 2 }) }), {
        minLength: 1,
        maxLength: 5,
      }),
      { minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(linked, fc.array(target, { maxLength: 3 }), (lines, looseTargets) => {
        const { text: joined } = joinLines(printLines(lines), { ...nothing, looseTargets }, shippedRules)
        const before = shown(lines.flatMap((line) => line.map(({ text }) => text)).join(''))
        expect(withoutHyphens(shown(joined))).toBe(withoutHyphens(before))
      }),
    )
  })

  test('that are no blanks lie in a span, in printed order', () => {
    fc.assert(
      fc.property(printed, (lines) => {
        const { text: joined, spans } = joinLines(printLines(lines), nothing, shippedRules)
        expect(joined).toBe(joined.normalize('NFC'))
        expect(joined).not.toMatch(/^ | {2}| $/u)
        let end = 0
        for (const span of spans) {
          expect(joined.slice(end, span.from).trim()).toBe('')
          expect(span.to).toBeGreaterThan(span.from)
          end = span.to
        }
        expect(joined.slice(end).trim()).toBe('')
        const words = spans.map(({ word }) => word)
        expect(words).toEqual([...words].sort((a, b) => a - b))
      }),
    )
  })
})
