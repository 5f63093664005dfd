import { describe, expect, test } from 'vitest'
import { joinLines } from '../../src/repair/join-lines.ts'
import type { RepairContext, RepairedText } from '../../src/repair/repaired-text.ts'
import { buildVocabulary } from '../../src/repair/vocabulary.ts'
import { type Printed, printLines, shippedRules } from './printed-lines.ts'

const nothing: RepairContext = { vocabulary: buildVocabulary([]), looseTargets: [] }

function join(lines: readonly (string | readonly Printed[])[], context: RepairContext = nothing): RepairedText {
  return joinLines(printLines(lines), context, shippedRules)
}

/** The text of each span, with the id of its word. */
function spansOf({ text, spans }: RepairedText): readonly (readonly [number, string])[] {
  return spans.map((span) => [span.word, text.slice(span.from, span.to)])
}

describe('characters', () => {
  test.for([
    ['ligatures', ['Ef\uFB01zienz', 'Sto\uFB00 und P\uFB02ege'], 'Effizienz Stoff und Pflege'],
    ['combining marks', ['fu\u0308r a\u0308ltere'], 'für ältere'],
    ['no-break and thin blanks', [['z.\u00A0B.', '10\u202F%']], 'z. B. 10 %'],
    ['zero-width characters', ['Wohn\u200Bberatung\uFEFF', '\u200B'], 'Wohnberatung'],
    ['letters spaced apart', ['K o n t a k t', 'Amt'], 'Kontakt Amt'],
    ['two single letters', ['A und', 'B C'], 'A und B C'],
    ['hyphens of other kinds inside a line', ['S\u2010Bahn und U\u2011Bahn'], 'S-Bahn und U-Bahn'],
    ['no lines', [], ''],
  ] as const)('%s', ([, lines, text]) => {
    expect(join(lines).text).toBe(text)
  })

  test('two words of spaced letters are told apart by the wider gap', () => {
    const [line] = printLines(['A m t f ü r'])
    if (line === undefined) throw new Error('nothing was printed')
    const apart = line.words.map((word, index) => {
      const shift = index < 3 ? 0 : 12
      return { ...word, box: { ...word.box, x0: word.box.x0 + shift, x1: word.box.x1 + shift } }
    })
    expect(joinLines([{ ...line, words: apart }], nothing, shippedRules).text).toBe('Amt für')
  })
})

describe('spans', () => {
  test('a word over two lines keeps its two printed words', () => {
    expect(spansOf(join(['gute Bera-', 'tung im'], nothing))).toEqual([
      [0, 'gute'],
      [1, 'Bera'],
      [2, 'tung'],
      [3, 'im'],
    ])
  })

  test('a kept hyphen belongs to the word it was printed with', () => {
    expect(spansOf(join(['Klinik-', 'Verbund']))).toEqual([
      [0, 'Klinik-'],
      [1, 'Verbund'],
    ])
  })

  test('expanded ligatures and composed letters stay with their word', () => {
    expect(spansOf(join(['\uFB01tte A\u0308rzte']))).toEqual([
      [0, 'fitte'],
      [1, 'Ärzte'],
    ])
  })

  test('a letter composed across a line end belongs to the word before it', () => {
    const repaired = join(['Verein/Mu-', '\u0308ller'])
    expect(repaired.text).toBe(repaired.text.normalize('NFC'))
    expect(
      spansOf(repaired)
        .map(([, text]) => text)
        .join(''),
    ).toBe(repaired.text)
  })

  test('a hyphen that is a word of its own has a span only where it stays', () => {
    const context = { vocabulary: buildVocabulary(printLines(['zur Tagespflege im'])), looseTargets: [] }
    const removed = join(['Tages -', 'pflege'], context)
    expect(spansOf(removed)).toEqual([
      [0, 'Tages'],
      [2, 'pflege'],
    ])
    expect(removed.joins[0]?.wordBefore).toBe(1)
    expect(spansOf(join(['Teilhabe -', 'Hilfe']))).toEqual([
      [0, 'Teilhabe'],
      [1, '-'],
      [2, 'Hilfe'],
    ])
  })
})

describe('joins', () => {
  test('record both sides, the result and the word before', () => {
    expect(join(['im Haus', 'Bera-', 'tung']).joins).toEqual([
      {
        action: 'blank',
        printed: 'Haus⏎Bera-',
        joined: 'Haus Bera-',
        evidence: 'line-end',
        close: false,
        wordBefore: 1,
      },
      {
        action: 'hyphen-removed',
        printed: 'Bera-⏎tung',
        joined: 'Beratung',
        evidence: 'hyphenation-patterns',
        close: false,
        wordBefore: 2,
      },
    ])
  })

  test('a hyphen about which nothing speaks stays and is reported', () => {
    const [only] = join(['###-', '###']).joins
    expect(only).toMatchObject({ action: 'hyphen-kept', evidence: 'undecided', close: true, joined: '###-###' })
  })

  test('a hyphen set in a run of its own, without a blank before it, is a hyphen', () => {
    const [line, ...rest] = printLines(['Nord -', 'West'])
    const [word, hyphen] = line?.words ?? []
    if (line === undefined || word === undefined || hyphen === undefined) throw new Error('nothing was printed')
    const close = { ...hyphen, box: { ...hyphen.box, x0: word.box.x1 + 1, x1: word.box.x1 + 6 } }
    const repaired = joinLines([{ ...line, words: [word, close] }, ...rest], nothing, shippedRules)
    expect(repaired.text).toBe('Nord-West')
    expect(spansOf(repaired).map(([, text]) => text)).toEqual(['Nord', '-', 'West'])
  })

  test('an empty line between two lines does not count', () => {
    expect(join(['Bera-', '\u200B', 'tung']).text).toBe('Beratung')
  })
})

describe('links', () => {
  const link = (text: string, ...links: string[]): Printed => ({ text, links })

  test('the link under the words decides', () => {
    const target = 'mailto:kurs@alt-neuberg.example'
    expect(join([[link('kurs@alt-', target)], [link('neuberg.example', target)]]).text).toBe('kurs@alt-neuberg.example')
    const other = 'mailto:kurs@altneuberg.example'
    expect(join([[link('kurs@alt-', other)], [link('neuberg.example', other)]]).text).toBe('kurs@altneuberg.example')
  })

  test('a target in percent-encoding or with a query is the same address', () => {
    const target = 'https://www.neuberg.example/b%C3%B6rse'
    expect(join([[link('www.neuberg.example/bör-', target)], [link('se', target)]]).text).toBe(
      'www.neuberg.example/börse',
    )
    const mail = 'mailto:kurs@neuberg.example?subject=Kurs-Plan'
    expect(join([[link('kurs@neu-', mail)], [link('berg.example', mail)]]).text).toBe('kurs@neuberg.example')
  })

  test.for([
    ['https://www.anders.example/x', 'mailto:kurs@neu-berg.example'],
    ['mailto:', ''],
    ['%E0%A4%A', 'tel:+49'],
  ])('a wrong target loses no character: %s', (targets) => {
    const lines = [[link('kurs@neu-', ...targets)], [link('berg.example', ...targets), 'Amt']]
    expect(join(lines).text.replaceAll(/[- ]/gu, '')).toBe('kurs@neuberg.exampleAmt')
  })

  test('a target of the page does not glue words of running text', () => {
    const context = {
      ...nothing,
      looseTargets: ['https://www.neuberg.example/wohn/beratung', 'mailto:alle@neuberg.example'],
    }
    expect(join(['Fragen zum Wohn', 'beratung für alle', 'Neuberg'], context).text).toBe(
      'Fragen zum Wohn beratung für alle Neuberg',
    )
  })

  test('a telephone link with separators tells where they stand', () => {
    const context = { ...nothing, looseTargets: ['tel:+49-2999-887766'] }
    expect(join(['Tel. 02999-88', '7766'], context).text).toBe('Tel. 02999-887766')
  })

  test('a telephone link of digits alone tells nothing', () => {
    const context = { ...nothing, looseTargets: ['tel:+492999887766'] }
    expect(join(['Tel. 02999', '887766'], context).text).toBe('Tel. 02999 887766')
  })
})

describe('the documents', () => {
  test('a word cut without a hyphen needs overwhelming evidence', () => {
    const whole = printLines(['die Beratung und Beratung zur Beratung im Haus'])
    const context = { vocabulary: buildVocabulary(whole), looseTargets: [] }
    expect(join(['Bera', 'tung'], context).joins[0]).toMatchObject({ action: 'cut', evidence: 'cut-word' })
    expect(join(['Bera', 'tung']).text).toBe('Bera tung')
  })

  test('a vocabulary that only counts words will do', () => {
    const counts = {
      count: () => 0,
      countFolded: (word: string) => (word.toLowerCase() === 'stadtteil-bezogen' ? 1 : 0),
    }
    expect(join(['stadtteil-', 'bezogen'], { vocabulary: counts, looseTargets: [] }).text).toBe('stadtteil-bezogen')
  })

  test('an address goes no further than it does elsewhere', () => {
    const context = { ...nothing, vocabulary: buildVocabulary(printLines(['siehe www.neuberg.example/kurse hier'])) }
    expect(join(['www.neuberg.example/kur', 'se', 'und mehr'], context).text).toBe('www.neuberg.example/kurse und mehr')
  })
})
