import { MessageChannel } from 'node:worker_threads'
import { describe, expect, test } from 'vitest'
// From the build: a thread starts from a file that Node runs as it is.
import { extract, loadRules } from '../../dist/index.js'
import { interpret } from '../../dist/interpret.js'
import { DEFAULT_LIMITS } from '../../dist/limits/limits.js'
import { type PageMessage, unpackPages } from '../../dist/pdf/page-parcel.js'
import { readPdf } from '../../dist/pdf/read-pdf.js'
import { toLines } from '../../dist/pipeline.js'
import { MOST_READERS, readTogether, ToBeReadAlone } from '../../dist/threads/read-together.js'
import { Watch } from '../../dist/threads/watch.js'
import { SOME_TEXT } from '../pdf/read-one-page.ts'
import { rawPdf } from '../pdf/raw-pdf.ts'

const PAGES = 400

/** A document with so many pages that several threads read it where there are processors. */
function many(special: Readonly<Record<number, string>> = {}): Uint8Array {
  const content = (number: number): string =>
    special[number] ?? `${SOME_TEXT} BT /F1 9 Tf 50 80 Td (Blatt ${number}) Tj ET`
  return rawPdf({ pages: Array.from({ length: PAGES }, (_, index) => ({ content: content(index + 1) })) })
}

const DAMAGED = `${SOME_TEXT} /Missing Do`

describe('a large document is read by several threads', () => {
  test.each([
    ['as by one', many()],
    ['as by one where something is remarked of its pages', many({ 3: DAMAGED, 390: DAMAGED })],
    ['as by one where only its last page has text', many(Object.fromEntries(empty(PAGES - 1)))],
  ] as const)('%s', async (_, bytes) => {
    const rules = await loadRules()
    const document = toLines(await readPdf(bytes), rules.settings)
    const expected = interpret(document, rules, { fileName: 'input', edition: undefined, runWords: undefined })
    const seen: number[] = []
    expect(await extract(bytes, { onPage: (done) => seen.push(done) })).toEqual(expected)
    expect(seen.slice(-PAGES)).toEqual(Array.from({ length: PAGES }, (__, index) => index + 1))
  })

  test('a document without text is one as a whole', async () => {
    await expect(extract(many(Object.fromEntries(empty(PAGES))))).rejects.toMatchObject({ code: 'no-text' })
  })

  test('each page is read once', async () => {
    const { read, numbers } = readWith(many())
    expect((await read).total).toBe(PAGES)
    expect((await numbers).toSorted((a, b) => a - b)).toEqual(Array.from({ length: PAGES }, (_, index) => index + 1))
  })

  test('one that gives rise to a remark is given back, so that one thread reads it', async () => {
    const { read } = readWith(many({ 3: DAMAGED }))
    if (MOST_READERS > 1) await expect(read).rejects.toThrow(ToBeReadAlone)
    else expect((await read).frame.notices).toHaveLength(1)
  })
})

function empty(count: number): readonly (readonly [string, string])[] {
  return Array.from({ length: count }, (_, index) => [String(index + 1), '50 50 100 100 re f'] as const)
}

function readWith(bytes: Uint8Array) {
  const channels = Array.from({ length: MOST_READERS }, () => new MessageChannel())
  const reading = { limits: DEFAULT_LIMITS, watch: new Watch(DEFAULT_LIMITS), without: [], alone: false }
  const found: number[] = []
  const numbers = new Promise<readonly number[]>((resolve) => {
    for (const { port1 } of channels) {
      port1.on('message', ({ parcel }: PageMessage) => {
        found.push(...unpackPages(parcel).map(({ number }) => number))
        if (found.length >= PAGES) resolve(found)
      })
    }
  })
  const read = readTogether(
    bytes,
    channels.map(({ port2 }) => port2),
    reading,
  )
  return { read, numbers }
}
