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
