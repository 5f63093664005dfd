import { mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { EXIT } from '../../src/cli/exit-code.ts'
import { Failure } from '../../src/cli/failure.ts'
import { LOCK_FILE } from '../../src/cli/folder-lock.ts'
import { writeTogether } from '../../src/cli/write-together.ts'
import { temporaryFolder } from './temporary-folder.ts'

function write(root: string, folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  return writeTogether({ root, folder: join(root, folder), files: new Map(Object.entries(files)) })
}

test('makes the folders it needs and leaves nothing else behind', async () => {
  const folder = await temporaryFolder()
  await write(folder, 'a/b', { 'one.json': '1\n', 'two.json': 'ä\n' })
  expect(await readdir(join(folder, 'a/b'))).toEqual(['one.json', 'two.json'])
  expect(await readFile(join(folder, 'a/b/two.json'), 'utf8')).toBe('ä\n')
})

test('replaces what is there', async () => {
  const folder = await temporaryFolder({ 'one.json': 'old and longer\n' })
  await write(folder, '.', { 'one.json': 'new\n' })
  expect(await readFile(join(folder, 'one.json'), 'utf8')).toBe('new\n')
})

test('where one file cannot be written, all stay as they were', async () => {
  const folder = await temporaryFolder({ 'one.json': 'old\n' })
  await mkdir(join(folder, 'two.json'))
  const writing = write(folder, '.', { 'one.json': 'new\n', 'two.json': 'new\n' })
  await expect(writing).rejects.toThrow(Failure)
  await expect(writing).rejects.toMatchObject({
    exitCode: EXIT.output,
    why: ['A folder stands where a file is needed.'],
  })
  expect(await readFile(join(folder, 'one.json'), 'utf8')).toBe('old\n')
  expect(await readdir(folder)).toEqual(['one.json', 'two.json'])
})

test('files in folders within are of the same run, and what an earlier one left of them goes', async () => {
  const folder = await temporaryFolder({
    'parts/1.png': 'old',
    'parts/2.png': 'old',
    'parts/notes': 'mine',
    'more/1.png': '',
  })
  const owned = new Map(['parts', 'more', 'none'].map((name) => [name, /^\d+\.png$/u]))
  const files = new Map([
    ['page.html', 'new'],
    ['parts/1.png', 'new'],
  ])
  await writeTogether({ root: folder, folder, files, owned })
  expect((await readdir(folder)).sort()).toEqual(['page.html', 'parts'])
  expect((await readdir(join(folder, 'parts'))).sort()).toEqual(['1.png', 'notes'])
  await mkdir(join(folder, 'other.html'))
  const failing = new Map([
    ['page.html', 'newer'],
    ['parts/1.png', 'newer'],
    ['other.html', 'newer'],
  ])
  await expect(writeTogether({ root: folder, folder, files: failing, owned })).rejects.toThrow(Failure)
  expect(await readFile(join(folder, 'page.html'), 'utf8')).toBe('new')
  expect(await readFile(join(folder, 'parts/1.png'), 'utf8')).toBe('new')
  expect((await readdir(join(folder, 'parts'))).sort()).toEqual(['1.png', 'notes'])
})

test('a link in the place of a folder within is not followed', async () => {
  const folder = await temporaryFolder({ 'elsewhere/1.png': 'theirs', 'out/page.html': '' })
  await symlink(join(folder, 'elsewhere'), join(folder, 'out/parts'))
  const out = join(folder, 'out')
  const owned = new Map([['parts', /^\d+\.png$/u]])
  await writeTogether({ root: out, folder: out, files: new Map([['page.html', 'new']]), owned })
  expect(await readFile(join(folder, 'elsewhere/1.png'), 'utf8')).toBe('theirs')
  const files = new Map([
    ['page.html', 'newer'],
    ['parts/1.png', 'ours'],
  ])
  await expect(writeTogether({ root: out, folder: out, files })).rejects.toMatchObject({ exitCode: EXIT.output })
  expect(await readFile(join(out, 'page.html'), 'utf8')).toBe('new')
})

test('a file in the place of a folder is named', async () => {
  const folder = await temporaryFolder({ out: '' })
  const path = join(folder, 'out/report.json')
  await expect(write(folder, 'out', { 'report.json': '' })).rejects.toMatchObject({
    what: `${path} cannot be written`,
    why: ['A file stands where a folder is needed.'],
  })
})

test('what a killed run has left goes, and its lock does not last', async () => {
  const folder = await temporaryFolder({
    '.one.json.new': 'half',
    '.two.json.old': 'old',
    // No process has this number.
    [LOCK_FILE]: `4194999 ${hostname()}\n`,
  })
  await write(folder, '.', { 'one.json': '1', 'two.json': '2' })
  expect(await readdir(folder)).toEqual(['one.json', 'two.json'])
})

test('the lock of a run that is still there holds', async () => {
  const folder = await temporaryFolder({ [LOCK_FILE]: `${String(process.ppid)} ${hostname()}\n` })
  const seen: string[] = []
  const writing = write(folder, '.', { 'one.json': '1' }).then(() => seen.push('written'))
  await pause(200)
  seen.push('waited')
  await rm(join(folder, LOCK_FILE))
  await writing
  expect(seen).toEqual(['waited', 'written'])
})

test('a link that leads out of the folder is not followed', async () => {
  const folder = await temporaryFolder({ 'elsewhere/one.json': 'theirs', 'out/keep': '', 'out/two/keep': '' })
  await symlink(join(folder, 'elsewhere'), join(folder, 'out/report'))
  await expect(write(join(folder, 'out'), 'report', { 'one.json': 'ours' })).rejects.toMatchObject({
    exitCode: EXIT.output,
    why: ['A symbolic link stands where a folder is needed.'],
  })
  await symlink(join(folder, 'elsewhere/one.json'), join(folder, 'out/two/one.json'))
  await write(join(folder, 'out'), 'two', { 'one.json': 'ours' })
  expect(await readFile(join(folder, 'elsewhere/one.json'), 'utf8')).toBe('theirs')
  expect(await readFile(join(folder, 'out/two/one.json'), 'utf8')).toBe('ours')
})

test('runs that write side by side never leave files of two of them', async () => {
  const folder = await temporaryFolder()
  const runs = Array.from({ length: 12 }, (_, run) =>
    write(folder, 'report', { 'report.json': `${run}`.repeat(50_000), 'more.json': `${run}`.repeat(90_000) }),
  )
  await Promise.all(runs)
  const [one, two] = await Promise.all(
    ['report.json', 'more.json'].map((name) => readFile(join(folder, 'report', name), 'utf8')),
  )
  expect(one?.slice(0, 2)).toBe(two?.slice(0, 2))
  expect(await readdir(join(folder, 'report'))).toEqual(['more.json', 'report.json'])
})
