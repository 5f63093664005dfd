import { expect, test } from 'vitest'
import { mergeWords } from '../../src/repair/document-words.ts'
import { asDocumentVocabulary, buildVocabulary, vocabularyOf } from '../../src/repair/vocabulary.ts'
import { printLines } from './printed-lines.ts'

const vocabulary = buildVocabulary(
  printLines([
    'die „Beratung“ am Zug-',
    'begleiter (Migration/Integration),',
    'an kurs@alt-berg.example oder beratung',
    'A -',
    'B im Demenz-Café.',
  ]),
)

test('counts words that stand whole, without the punctuation around them', () => {
  expect(vocabulary.count('Beratung')).toBe(1)
  expect(vocabulary.countFolded('BERATUNG')).toBe(2)
  expect(vocabulary.count('Integration')).toBe(1)
  expect(vocabulary.count('Demenz-Café')).toBe(1)
})

test.for(['Zug', 'Zug-', 'begleiter', 'B'])('does not count what a hyphen at a line end touches: %s', (word) => {
  expect(vocabulary.count(word)).toBe(0)
})

test('knows other forms and other spellings of a word', () => {
  expect(vocabulary.countStem('Beratungen')).toBe(2)
  expect(vocabulary.countSpelled('demenz-cafe')).toBe(1)
  expect(vocabulary.countEnding('gration')).toBeGreaterThan(0)
  expect(vocabulary.countEnding('integration')).toBe(0)
})

test('keeps the addresses printed whole, and their parts', () => {
  expect(vocabulary.addresses.map(({ source }) => source)).toEqual(['kurs@alt-berg.example'])
  expect(vocabulary.labels.map(({ source }) => source)).toEqual(['kurs', 'alt-berg', 'example'])
})

test('an address cut by the line end is none, its whole parts count', () => {
  const cut = buildVocabulary(printLines(['kurs@alt-berg.exa', 'mple']))
  expect(cut.addresses).toEqual([])
  expect(cut.labels.map(({ source }) => source)).toEqual(['kurs', 'alt-berg'])
})

test('keeps telephone numbers inside a line', () => {
  const { phones } = buildVocabulary(printLines(['Tel. 0299 88-7766, Fax 0299 88-7767 (Amt)']))
  expect(phones.map(({ source }) => source)).toEqual(['0299 88-7766', '0299 88-7767'])
})

test('merges the documents of a run, in whatever order', () => {
  const other = buildVocabulary(printLines(['Beratung bei www.neuberg.example im Haus']))
  const merged = mergeWords([vocabulary.printed, other.printed])
  expect(vocabularyOf(merged).count('Beratung')).toBe(2)
  expect([...merged.addresses]).toEqual(['kurs@alt-berg.example', 'www.neuberg.example'])
  const reversed = mergeWords([other.printed, vocabulary.printed])
  expect([...reversed.addresses]).toEqual([...merged.addresses])
  expect([...reversed.labels]).toEqual([...merged.labels])
  expect(new Map([...reversed.words].sort())).toEqual(new Map([...merged.words].sort()))
  expect(mergeWords([])).toEqual({ words: new Map(), addresses: new Set(), labels: new Set(), phones: new Set() })
})

test('a vocabulary that only counts words knows no addresses', () => {
  const plain = asDocumentVocabulary({ count: () => 2, countFolded: () => 3 })
  expect([plain.count('a'), plain.countSpelled('a'), plain.countStem('a'), plain.addresses.length]).toEqual([
    2, 3, 0, 0,
  ])
})
