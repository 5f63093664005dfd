import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assign } from '../../src/diff/compare/assign.ts'
import { commonRuns } from '../../src/diff/compare/common-runs.ts'
import { compareItems, itemOfText } from '../../src/diff/compare/compare-items.ts'
import { compareWords } from '../../src/diff/compare/compare-words.ts'
import { contentKeyOf } from '../../src/diff/compare/content-key.ts'
import { diffReports, type EditionDiff } from '../../src/diff/diff-reports.ts'
import { matchesPath } from '../../src/diff/judge/level-file.ts'
import { type City, type Editable, edited, editionOf, type Offer, OLD, paragraph, rules } from './read-editions.ts'

fc.configureGlobal({ seed: 2_026 })

const old = await editionOf(OLD)
const words = fc.array(fc.constantFrom('Rat', 'Tee', 'Bank', 'und', 'am', 'Fluss', '12', '–', '\n', '„Café“'), {
  maxLength: 14,
})
const text = fc.oneof(
  words.map((list) => list.join(' ')),
  fc.string({ unit: 'binary', maxLength: 30 }),
)

/** Anything that may be done to a report. */
const edit: fc.Arbitrary<(report: Editable) => void> = fc
  .record({
    what: fc.constantFrom('name', 'rename', 'text', 'empty', 'drop', 'copy', 'swap', 'mail', 'city', 'section', 'move'),
    city: fc.nat(),
    row: fc.nat(),
    text: text.map((one) => one.replaceAll(/\s+/gu, ' ').trim()).filter((one) => one !== ''),
  })
  .map((given) => (report: Editable) => {
    const city = report.cities[given.city % Math.max(1, report.cities.length)]
    if (city !== undefined) apply(given, city, report)
  })

function apply(given: { what: string; row: number; text: string }, city: City, { cities }: Editable): void {
  const { offers } = city.programme
  const row = given.row % Math.max(1, offers.length)
  const offer = offers[row]
  const newId = (id: string): string => (offers.some((one) => one.id === id) ? `${id}-${String(offers.length)}` : id)
  switch (given.what) {
    case 'name':
      city.name = given.text
      break
    case 'city':
      cities.splice(cities.indexOf(city), 1)
      break
    case 'section':
      city.organisation = null
      break
    case 'text':
      city.programme.goals = paragraph(given.text)
      break
    case 'empty':
      city.programme.fundingPriorities = paragraph('')
      break
    case 'drop':
      offers.splice(row, 1)
      break
    case 'swap':
      offers.reverse()
      break
    case 'rename':
      if (offer !== undefined) Object.assign(offer, { name: given.text, id: newId(`row-${given.text.length}`) })
      break
    case 'copy':
      if (offer !== undefined) offers.push({ ...structuredClone(offer), id: newId(`${offer.id}-x`) })
      break
    case 'mail':
      if (offer?.contact !== null && offer !== undefined) offer.contact['emails'] = [`${String(given.row)}@rat.de`]
      break
    default:
      if (offer !== undefined) moveTo(cities[given.row % cities.length], offer, offers)
  }
}

function moveTo(city: City | undefined, offer: Offer, from: Offer[]): void {
  if (city === undefined || city.programme.offers.some(({ id }) => id === offer.id)) return
  from.splice(from.indexOf(offer), 1)
  city.programme.offers.push(offer)
}

const edits = fc.array(edit, { maxLength: 8 })
const editedBy = (list: readonly ((report: Editable) => void)[]) =>
  edited(old, (report) => {
    for (const one of list) one(report)
  })

const MIRRORED: Readonly<Record<string, string>> = { added: 'removed', removed: 'added' }

function forwards({ changes }: EditionDiff): readonly string[] {
  return changes
    .map(({ kind, subject, old: from, new: to, before, after, isSameContent, pairing }) =>
      JSON.stringify([kind, subject, from, to, before, after, isSameContent, pairing]),
    )
    .sort()
}

function backwards({ changes }: EditionDiff): readonly string[] {
  return changes
    .map(({ kind, subject, old: from, new: to, before, after, isSameContent, pairing }) =>
      JSON.stringify([MIRRORED[kind] ?? kind, subject, to, from, after, before, isSameContent, pairing]),
    )
    .sort()
}

describe('two reports', () => {
  test('either way round the same changes are told', () =>
    fc.assert(
      fc.property(edits, edits, (one, other) => {
        const [a, b] = [editedBy(one), editedBy(other)]
        expect(backwards(diffReports(b, a, rules))).toEqual(forwards(diffReports(a, b, rules)))
      }),
      { numRuns: 80 },
    ))

  test('a report does not differ from itself', () =>
    fc.assert(
      fc.property(edits, (list) => {
        const edition = editedBy(list)
        expect(diffReports(edition, structuredClone(edition), rules).changes).toEqual([])
      }),
      { numRuns: 40 },
    ))

  test('the order of chapters and rows changes nothing', () =>
    fc.assert(
      fc.property(edits, fc.nat(), (list, turn) => {
        const next = editedBy(list)
        const shuffled = edited(next, ({ cities }) => {
          cities.push(...cities.splice(0, turn % Math.max(1, cities.length)))
          for (const { programme } of cities) programme.offers.reverse()
        })
        expect(forwards(diffReports(next, shuffled, rules))).toEqual([])
        const paths = (diff: EditionDiff) => diff.changes.map(({ kind, path }) => `${kind} ${path}`).sort()
        expect(paths(diffReports(old, shuffled, rules))).toEqual(paths(diffReports(old, next, rules)))
      }),
      { numRuns: 40 },
    ))

  test('fingerprints are distinct, and the same in the next run', () =>
    fc.assert(
      fc.property(edits, (list) => {
        const next = editedBy(list)
        const prints = diffReports(old, next, rules).changes.map(({ fingerprint }) => fingerprint)
        expect(new Set(prints).size).toBe(prints.length)
        expect(diffReports(old, next, rules).changes.map(({ fingerprint }) => fingerprint)).toEqual(prints)
      }),
      { numRuns: 40 },
    ))
})

describe('words', () => {
  test('put together are both texts, and mirror each other', () =>
    fc.assert(
      fc.property(text, text, (before, after) => {
        const stretches = compareWords(before, after)
        expect(stretches.map((one) => one.before).join('')).toBe(before)
        expect(stretches.map((one) => one.after).join('')).toBe(after)
        expect(stretches.every((one) => !one.isSame || one.before === one.after)).toBe(true)
        const mirrored = stretches.map((one) => ({ ...one, before: one.after, after: one.before }))
        expect(compareWords(after, before)).toEqual(mirrored)
      }),
      { numRuns: 500 },
    ))

  test('as many stay as can', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const runs = commonRuns(a, b)
        for (const run of runs) expect(a.slice(run.a, run.a + run.length)).toEqual(b.slice(run.b, run.b + run.length))
        expect(runs.reduce((sum, { length }) => sum + length, 0)).toBe(longestCommon(a, b))
      }),
      { numRuns: 500 },
    )
  })
})

/** By the textbook table. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let above = new Array<number>(b.length + 1).fill(0)
  for (const one of a) {
    const row = [0]
    for (const [j, other] of b.entries()) {
      row.push(one === other ? (above[j] ?? 0) + 1 : Math.max(above[j + 1] ?? 0, row[j] ?? 0))
    }
    above = row
  }
  return above.at(-1) ?? 0
}

describe('lists', () => {
  test('either way round the same entries differ, in whatever order', () => {
    const content = contentKeyOf('.,-')
    const list = fc.array(fc.constantFrom('Amt', 'Amt.', 'amt', 'Haus am See', 'Haus am Tor', 'Rat', 'Rat, 2'), {
      maxLength: 6,
    })
    const shown = (pairs: ReturnType<typeof compareItems>, isTurned: boolean) =>
      pairs
        .map((pair) => [pair.old?.shown ?? null, pair.new?.shown ?? null])
        .map((pair) => JSON.stringify(isTurned ? pair.reverse() : pair))
        .sort()
    const compare = (a: readonly string[], b: readonly string[]) =>
      compareItems(...([a, b].map((texts) => texts.map((one) => itemOfText(one, content))) as [never[], never[]]))
    fc.assert(
      fc.property(list, list, (a, b) => {
        const forth = shown(compare(a, b), false)
        expect(shown(compare(b, a), true)).toEqual(forth)
        expect(shown(compare(a.toReversed(), b), false)).toEqual(forth)
        expect(compare(a, a.toReversed())).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('pairs have the greatest sum there is', () => {
    const scores = fc.integer({ min: 0, max: 4 }).chain((columns) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
        maxLength: 4,
      }),
    )
    fc.assert(
      fc.property(scores, (given) => {
        const parts = given.map((row) => row.map((score) => score / 10))
        const pairs = assign(parts)
        const columns = pairs.filter((column) => column !== null)
        expect(new Set(columns).size).toBe(columns.length)
        const sum = pairs.reduce<number>((all, column, row) => all + (parts[row]?.[column ?? -1] ?? 0), 0)
        expect(sum).toBeCloseTo(best(parts, 0, new Set()))
      }),
      { numRuns: 500 },
    )
  })
})

/** By trying all. */
function best(scores: readonly (readonly number[])[], row: number, taken: ReadonlySet<number>): number {
  const line = scores[row]
  if (line === undefined) return 0
  const with_ = line.map((score, column) =>
    taken.has(column) ? 0 : score + best(scores, row + 1, new Set([...taken, column])),
  )
  return Math.max(best(scores, row + 1, taken), ...with_)
}

test.each([
  ['Beratung, Begegnung', 'beratung Begegnung.', true],
  ['„Café“', '»Cafe\u0301«', true],
  ['zu Hause', 'zuhause', true],
  ['3,5', '35', false],
  ['10 – 12 Uhr', '10-12 Uhr', true],
  ['10-12 Uhr', '1012 Uhr', false],
  ['1 000', '1000', false],
  ['-5 Grad', '5 Grad', false],
  ['ab 5 Grad', 'ab – 5 Grad', true],
  ['Senior*innen', 'Seniorinnen', false],
  ['100 %', '100', false],
])('%s says what %s says: %s', (a, b, isSame) => {
  const content = contentKeyOf(rules.diff.sameContent.characters)
  expect(content(a) === content(b)).toBe(isSame)
})

test.each([
  ['cities/*/facts', 'cities/a/facts', true],
  ['cities/*/facts', 'cities/a/facts/figures', false],
  ['cities/**', 'cities/a/facts/figures', true],
  ['**/emails', 'cities/a/programme/offers/x/contact/emails', true],
  ['**/emails', 'emails', true],
  ['**', 'schemaVersion', true],
  ['cities/a', 'cities/ab', false],
])('%s matches %s: %s', (pattern, path, matches) => expect(matchesPath(pattern, path)).toBe(matches))
