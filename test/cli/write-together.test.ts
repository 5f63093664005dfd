import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { EXIT } from '../../src/cli/exit-code.ts'
import { Failure } from '../../src/cli/failure.ts'
import { writeTogether } from '../../src/cli/write-together.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('makes the folders it needs and leaves nothing else behind', async () => {
  const folder = await temporaryFolder()
  await writeTogether([
    { path: join(folder, 'a/b/one.json'), text: '1\n' },
    { path: join(folder, 'a/b/two.json'), text: 'ä\n' },
  ])
  expect(await readdir(join(folder, 'a/b'))).toEqual(['one.json', 'two.json'])
  expect(await readFile(join(folder, 'a/b/two.json'), 'utf8')).toBe('ä\n')
})

test('replaces what is there', async () => {
  const folder = await temporaryFolder({ 'one.json': 'old and longer\n' })
  await writeTogether([{ path: join(folder, 'one.json'), text: 'new\n' }])
  expect(await readFile(join(folder, 'one.json'), 'utf8')).toBe('new\n')
})

test('where one file cannot be written, all stay as they were', async () => {
  const folder = await temporaryFolder({ 'one.json': 'old\n' })
  await mkdir(join(folder, 'two.json'))
  const writing = writeTogether([
    { path: join(folder, 'one.json'), text: 'new\n' },
    { path: join(folder, 'two.json'), text: 'new\n' },
  ])
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
  await expect(writeTogether([{ path, text: '' }])).rejects.toMatchObject({
    what: `${path} cannot be written`,
    why: ['A file stands where a folder is needed.'],
  })
})
