import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
// From the build: a thread starts from a file that Node runs as it is.
import { extract, type ExtractOptions, loadRules, SourceError } from '../../dist/index.js'
import { interpret } from '../../dist/interpret.js'
import { toLines } from '../../dist/pipeline.js'
import { readPdf } from '../../dist/pdf/read-pdf.js'
import { readText } from '../../dist/text/read-text.js'
import { EDITION_CASES } from '../editions/cases.ts'
import { runProgram } from '../cli/run-program.ts'
import { temporaryFolder } from '../cli/temporary-folder.ts'
import { EXTRA_FILES } from '../hostile/extras.ts'
import { STREAM_FILES } from '../hostile/streams.ts'
import { SOME_TEXT } from '../pdf/read-one-page.ts'
import { rawPdf } from '../pdf/raw-pdf.ts'

const page = { content: SOME_TEXT }
const small = () => rawPdf({ pages: [page, page] })
const text = () => new TextEncoder().encode('Altenrode\fAuental\f')
const editions = EDITION_CASES.flatMap(({ name, sources, path }) =>
  sources.map((file) => [`${name}/${file}`, path(file)] as const),
)

function hostile(name: string): Uint8Array {
  const file = [...STREAM_FILES, ...EXTRA_FILES].find((known) => known.name === name)
  if (file === undefined) throw new Error(`there is no file ${name}`)
  return file.bytes()
}

async function codeOf(input: string | Uint8Array, options: ExtractOptions): Promise<string> {
  const thrown: unknown = await extract(input, options).then(
    () => 'read',
    (error: unknown) => error,
  )
  if (thrown === 'read') return 'read'
  if (!(thrown instanceof SourceError)) throw thrown
  return thrown.code
}

describe('a document is processed in threads', () => {
  test.each(editions)('%s as in this one', async (_, path) => {
    const bytes = await readFile(path)
    const rules = await loadRules()
    const document = path.endsWith('.pdf') ? await readPdf(bytes) : readText(bytes)
    const expected = interpret(toLines(document, rules.settings), rules, {
      fileName: 'input',
      edition: undefined,
      runWords: undefined,
    })
    expect(await extract(bytes, { rules })).toEqual(expected)
    expect(await extract(bytes)).toEqual(expected)
  })

  test('one after the other and side by side', async () => {
    const expected = await extract(small())
    const again = await Promise.all(Array.from({ length: 6 }, () => extract(small())))
    for (const result of again) expect(result).toEqual(expected)
  })

  test('where the program that asks stands on the command line of Node', () => {
    const program = `import { extract } from ${JSON.stringify(new URL('../../dist/index.js', import.meta.url))}
      const { report } = await extract(new TextEncoder().encode('Altenrode\\fAuental\\f'))
      console.log(report.schemaVersion)`
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
    expect(printed).toMatch(/^\d+\.\d+\.\d+\n$/u)
  })

  test('pages are told as they are read, and the bytes stay as they are', async () => {
    const bytes = small()
    const copy = bytes.slice()
    const seen: (readonly [number, number])[] = []
    await extract(bytes, { onPage: (done, total) => seen.push([done, total]) })
    expect(seen).toEqual([
      [1, 2],
      [2, 2],
    ])
    expect(Buffer.from(bytes).equals(copy)).toBe(true)
  })

  test.each([
    ['no PDF', new Uint8Array(9), 'not-a-pdf'],
    ['a PDF cut short', small().slice(0, 120), 'damaged'],
    ['a PDF without text', rawPdf({ pages: [{ content: '' }] }), 'no-text'],
    ['a text of blanks', new TextEncoder().encode(' \n'), 'no-text'],
  ] as const)('what %s is said to be', async (_, bytes, code) => {
    await expect(extract(bytes)).rejects.toMatchObject({ code, hint: expect.stringMatching(/\w/u) as string })
    expect(await codeOf(small(), {})).toBe('read')
  })

  test('what the caller throws while it is told of a page ends the reading', async () => {
    const stop = new Error('enough')
    const onPage = () => {
      throw stop
    }
    await expect(extract(small(), { onPage })).rejects.toBe(stop)
    expect(await codeOf(small(), {})).toBe('read')
  })
})

describe('limits', () => {
  test('of time end what does not end by itself, and others go on', async () => {
    const endless = hostile('forms-doubling-30-times.pdf')
    const codes = await Promise.all([codeOf(endless, { timeout: 1, maxMemory: 1e6 }), codeOf(small(), {})])
    expect(codes).toEqual(['too-slow', 'read'])
    await expect(extract(endless, { timeout: 0.2, maxMemory: 1e6 })).rejects.toMatchObject({
      message: 'Reading it takes longer than 0.2 seconds.',
      hint: 'If you trust the file, allow more with --timeout SECONDS (timeout in the library).',
    })
  })

  test('of memory end what fills it, and others that are read meanwhile are read all the same', async () => {
    const bomb = hostile('bomb-in-200-streams.pdf')
    const options = { maxMemory: 200, timeout: 1e6 }
    const codes = await Promise.all([codeOf(bomb, options), codeOf(small(), options), codeOf(text(), options)])
    expect(codes).toEqual(['too-much-memory', 'read', 'read'])
  })

  test.each([
    ['pages of a PDF', small, { maxPages: 1 }, 'too-many-pages'],
    ['pages of a text', text, { maxPages: 1 }, 'too-many-pages'],
    ['size', small, { maxSize: 0.0001 }, 'too-large'],
  ] as const)('of %s', async (_, bytes, options, code) => {
    expect(await codeOf(bytes(), options)).toBe(code)
  })

  test.each([0, -1, Number.NaN])('%s is none', async (timeout) => {
    await expect(extract(small(), { timeout })).rejects.toThrow(RangeError)
  })

  test('what the text can do without is left out where it takes too much, and that is told', async () => {
    // In a process of its own: what a process has read before decides how much it grows.
    const folder = await temporaryFolder({ 'a.pdf': hostile('outline-of-200000.pdf') })
    const limits = ['--max-memory', '250', '--timeout', '1000']
    const { stderr } = await runProgram(['extract', 'a.pdf', '--no-cache', ...limits], folder)
    expect(stderr).toContain('outline: took too long or too much memory')
  })

  test('pipes, devices and folders are not read', async () => {
    expect(await codeOf('/dev/zero', {})).toBe('unreadable')
    expect(await codeOf('/tmp', {})).toBe('unreadable')
    expect(await codeOf('/nowhere/at/all', {})).toBe('missing')
  })
})
