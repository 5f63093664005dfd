import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
// From the build: a thread starts from a file that Node runs as it is.
import { trimCache } from '../../dist/cache/page-cache.js'
import { extract, type ExtractOptions } from '../../dist/index.js'
import { temporaryFolder } from '../cli/temporary-folder.ts'
import { runProgram } from '../cli/run-program.ts'
import { readingSetting } from '../../src/cli/reading-options.ts'
import { lockedPdf } from '../pdf/locked-pdf.ts'
import { SOME_TEXT } from '../pdf/read-one-page.ts'
import { rawPdf } from '../pdf/raw-pdf.ts'

const page = { content: SOME_TEXT }
const small = () => rawPdf({ pages: [page, page, page] })
const locked = () => lockedPdf(SOME_TEXT, { user: 'Hafen', owner: 'Werft' })
const restricted = () => lockedPdf(SOME_TEXT, { user: '', owner: 'Werft' }, 'copyingForbidden')
const newFolder = async () => join(await temporaryFolder({}), 'a', 'cache')

/** The result, and what was told of pages: one that was kept tells of all its pages at once. */
async function read(bytes: Uint8Array, cache: string, options: ExtractOptions = {}) {
  const told: number[] = []
  const { report, provenance } = await extract(bytes, { ...options, cache, onPage: (done) => told.push(done) })
  return { report, provenance, told }
}

/** Without the folder in which newer versions of Node keep what they compiled. */
async function keptIn(folder: string): Promise<readonly string[]> {
  const names = existsSync(folder) ? await readdir(folder) : []
  return names.filter((name) => name !== 'compiled').map((name) => join(folder, name))
}

async function onlyKept(folder: string): Promise<string> {
  const [path, ...others] = await keptIn(folder)
  if (path === undefined || others.length > 0) throw new Error(`kept: ${String(others.length + 1)}`)
  return path
}

describe('a document that was read before', () => {
  test('is not read again and gives the same result', async () => {
    const folder = await newFolder()
    const first = await read(small(), folder)
    const second = await read(small(), folder)
    expect(first.told).toEqual([1, 2, 3])
    expect(second).toEqual({ ...first, told: [3] })
    expect((await stat(await onlyKept(folder))).mode & 0o077).toBe(0)
  })

  test('another one is read', async () => {
    const folder = await newFolder()
    await read(small(), folder)
    const other = rawPdf({ pages: [page, page] })
    expect((await read(other, folder)).told).toEqual([1, 2])
    expect(await keptIn(folder)).toHaveLength(2)
  })

  test('has no more pages than are allowed', async () => {
    const folder = await newFolder()
    await read(small(), folder)
    await expect(read(small(), folder, { maxPages: 2 })).rejects.toMatchObject({ code: 'too-many-pages' })
  })

  test('stays restricted', async () => {
    const folder = await newFolder()
    await read(restricted(), folder, { ignoreRestrictions: true })
    await expect(read(restricted(), folder)).rejects.toMatchObject({ code: 'restricted' })
  })
})

test('several at once keep it once and leave nothing behind', async () => {
  const folder = await newFolder()
  const results = await Promise.all(Array.from({ length: 6 }, () => read(small(), folder)))
  for (const { report } of results) expect(report).toEqual(results[0]?.report)
  expect(await onlyKept(folder)).toMatch(/[0-9a-f]{64}\.pages$/u)
})

describe('nothing is kept', () => {
  test('of what a password protects', async () => {
    const folder = await newFolder()
    await read(locked(), folder, { password: 'Hafen' })
    expect(await keptIn(folder)).toEqual([])
  })

  test('of what there was something to remark of', async () => {
    const folder = await newFolder()
    const damaged = rawPdf({ pages: [page, { content: `${SOME_TEXT} /Missing Do` }] })
    const first = await read(damaged, folder)
    expect(await keptIn(folder)).toEqual([])
    expect((await read(damaged, folder)).report).toEqual(first.report)
  })

  test('of what cannot be read', async () => {
    const folder = await newFolder()
    await expect(read(small().slice(0, 120), folder)).rejects.toMatchObject({ code: 'damaged' })
    expect(await keptIn(folder)).toEqual([])
  })

  test('where a file stands in place of the folder', async () => {
    const folder = await temporaryFolder({ taken: new Uint8Array(1) })
    const { told } = await read(small(), join(folder, 'taken'))
    expect(told).toEqual([1, 2, 3])
  })
})

describe('what is damaged is read anew', () => {
  const damages = {
    'cut short': (bytes: Buffer) => bytes.subarray(0, -7),
    empty: () => Buffer.alloc(0),
    'flipped at its start': (bytes: Buffer) => flipped(bytes, 0),
    'flipped in the middle': (bytes: Buffer) => flipped(bytes, bytes.length >> 1),
    'flipped at its end': (bytes: Buffer) => flipped(bytes, bytes.length - 1),
    'another file': () => Buffer.from('{}'),
  }

  test.each(Object.entries(damages))('%s', async (_, damage) => {
    const folder = await newFolder()
    const first = await read(small(), folder)
    const path = await onlyKept(folder)
    const whole = await readFile(path)
    await writeFile(path, damage(whole))
    expect(await read(small(), folder)).toEqual(first)
    expect((await readFile(path)).equals(whole)).toBe(true)
  })

  function flipped(bytes: Buffer, at: number): Buffer {
    const copy = Buffer.from(bytes)
    copy[at] = (copy[at] ?? 0) ^ 0x10
    return copy
  }
})

test('the cache is kept small: what was not used for longest goes, and what a run has left behind', async () => {
  const folder = await newFolder()
  await mkdir(folder, { recursive: true })
  const ages = { 'a.pages': 1, 'b.pages': 3, 'c.pages': 2, 'd.1-2.begun': 7000, 'e.1-2.begun': 1 }
  for (const [name, age] of Object.entries(ages)) {
    await writeFile(join(folder, name), 'x'.repeat(100))
    const used = Math.floor(performance.timeOrigin / 1000) - age
    await utimes(join(folder, name), used, used)
  }
  await trimCache(folder, 250)
  expect((await readdir(folder)).toSorted()).toEqual(['a.pages', 'c.pages', 'e.1-2.begun'])
})

describe('on the command line', () => {
  test('pages are kept where the environment says, and --no-cache keeps none', async () => {
    const folder = await temporaryFolder({ 'report.pdf': small() })
    const env = { STADTPROFILE_CACHE: 'kept' }
    await runProgram(['extract', 'report.pdf', '--stdout', '--no-cache'], folder, env)
    expect(await keptIn(join(folder, 'kept'))).toEqual([])
    const { stdout } = await runProgram(['extract', 'report.pdf', '--stdout'], folder, env)
    await onlyKept(join(folder, 'kept'))
    expect((await runProgram(['extract', 'report.pdf', '--stdout'], folder, env)).stdout).toBe(stdout)
  })

  test.runIf(process.platform === 'linux').each([
    [{ XDG_CACHE_HOME: '/caches', HOME: '/home/anna' }, '/caches/stadtprofile'],
    [{ XDG_CACHE_HOME: '', HOME: '/home/anna' }, '/home/anna/.cache/stadtprofile'],
    [{ XDG_CACHE_HOME: 'relative', HOME: '/home/anna' }, undefined],
    [{ STADTPROFILE_CACHE: '', HOME: '/home/anna' }, undefined],
    [{ STADTPROFILE_CACHE: '/own', HOME: '/home/anna' }, '/own'],
    [{}, undefined],
  ])('the folder for %o', (env, expected) => {
    expect(
      readingSetting({ switches: new Set(), values: new Map(), lists: new Map(), positionals: [] }, { env }).cache,
    ).toBe(expected)
  })
})
