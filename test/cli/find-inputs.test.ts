import { mkdir, symlink } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { findInputs } from '../../src/cli/find-inputs.ts'
import { temporaryFolder } from './temporary-folder.ts'

const files = {
  'b.pdf': '',
  'a.txt': '',
  'notes.md': '',
  'deep/er/c.PDF': '',
  'deep/d.txt': '',
  'deep/d.json': '',
  '[a]*.txt': '',
}

/** The files as paths from the folder, failures as their reason. */
async function find(written: readonly string[], folder: string): Promise<readonly string[]> {
  const found = await findInputs(written, folder)
  return found.map((input) =>
    'path' in input ? relative(folder, input.path).replaceAll('\\', '/') : `! ${input.failure.why.join(' ')}`,
  )
}

test('a file is taken whatever it is called', async () => {
  expect(await find(['notes.md'], await temporaryFolder(files))).toEqual(['notes.md'])
})

test('a folder means the .pdf and .txt files below it, sorted', async () => {
  expect(await find(['.'], await temporaryFolder(files))).toEqual([
    '[a]*.txt',
    'a.txt',
    'b.pdf',
    'deep/d.txt',
    'deep/er/c.PDF',
  ])
})

test('a glob means the files that match, sorted', async () => {
  const folder = await temporaryFolder(files)
  expect(await find(['deep/**/*'], folder)).toEqual(['deep/d.json', 'deep/d.txt', 'deep/er/c.PDF'])
})

test('a path that exists wins over its meaning as a glob', async () => {
  expect(await find(['[a]*.txt'], await temporaryFolder(files))).toEqual(['[a]*.txt'])
})

test('absolute paths and globs', async () => {
  const folder = await temporaryFolder(files)
  const absolute = folder.replaceAll('\\', '/')
  expect(await find([`${absolute}/a.txt`, `${absolute}/*.pdf`], folder)).toEqual(['a.txt', 'b.pdf'])
})

test('the order of the arguments counts, and a file named twice comes once', async () => {
  expect(await find(['b.pdf', './b.pdf', '*.pdf', 'a.txt'], await temporaryFolder(files))).toEqual(['b.pdf', 'a.txt'])
})

test('what gives no file says why, in its place', async () => {
  const folder = await temporaryFolder(files)
  await mkdir(join(folder, 'empty'))
  expect(await find(['lost.pdf', 'a.txt', '*.doc', 'empty', ''], folder)).toEqual([
    '! There is no such file or folder.',
    'a.txt',
    '! No file matches the pattern.',
    '! The folder holds no .pdf and no .txt file.',
    '! There is no such file or folder.',
  ])
})

test.skipIf(process.platform === 'win32')('a folder that holds itself is walked once', async () => {
  const folder = await temporaryFolder({ 'a.txt': '' })
  await symlink(folder, join(folder, 'again'))
  expect(await find(['.'], folder)).toEqual(['a.txt'])
})
