import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { EXIT } from '../../src/cli/exit-code.ts'
import { accept, NO_BASELINE } from '../../src/diff/judge/baseline.ts'
import { runProgram } from './run-program.ts'
import { temporaryFolder } from './temporary-folder.ts'

const fixture = (path: string) => fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url))
const txt = fixture('editions/musterstaedte-2026/source.txt')
const pdf = fixture('editions/musterstaedte-2026/source.pdf')
const next = fixture('diff/next-edition.pdf')
const pictures = (count: number) => Array.from({ length: count }, (_, index) => `${String(index + 1)}.webp`).sort()

test('two editions give one page with the pictures of both; one edition later takes the other’s away', async () => {
  const folder = await temporaryFolder({ 'review/pages-old/notes.txt': 'mine', 'review/pages/99.webp': 'left' })
  const two = await runProgram(['review-page', pdf, next], folder)
  expect(two.code).toBe(EXIT.done)
  expect(two.stderr).toContain('→ review/index.html')
  expect(two.stderr).toContain('50 changes: 3 breaking, 4 suspicious, 35 content, 8 cosmetic')
  expect((await readdir(join(folder, 'review'))).sort()).toEqual(['index.html', 'pages', 'pages-old'])
  expect((await readdir(join(folder, 'review/pages-old'))).sort()).toEqual([...pictures(32), 'notes.txt'])
  expect((await readdir(join(folder, 'review/pages'))).sort()).toEqual(pictures(26))
  const one = await runProgram(['review-page', txt, '--quiet'], folder)
  expect(one).toMatchObject({ code: EXIT.done, stderr: '' })
  expect((await readdir(join(folder, 'review'))).sort()).toEqual(['index.html', 'pages-old'])
  expect(await readdir(join(folder, 'review/pages-old'))).toEqual(['notes.txt'])
  expect(await readFile(join(folder, 'review/index.html'), 'utf8')).not.toContain('tab-changes')
}, 120_000)

test('settings of "diff" hold: what a baseline accepts is told apart, and what is stale', async () => {
  const stale = { fingerprint: '0123456789abcdef', kind: 'changed', path: 'cities/auenfurt/name' } as const
  const baseline = accept(NO_BASELINE, [stale], { reason: 'Gone', author: 'A. Reviewer' })
  const folder = await temporaryFolder({ 'diff.baseline.json': JSON.stringify(baseline) })
  const args = ['review-page', txt, txt, '--baseline', 'diff.baseline.json']
  const { code, stderr } = await runProgram(args, folder)
  expect(code).toBe(EXIT.done)
  expect(stderr).toContain('no changes')
  expect(stderr).toContain('The baseline accepts a change that is not there any more')
  expect(await readFile(join(folder, 'review/index.html'), 'utf8')).toContain('not there any more')
})

test.each<readonly [string, readonly string[], number, string]>([
  ['no input', [], EXIT.usage, 'review-page needs an input'],
  ['three inputs', [txt, txt, pdf], EXIT.usage, 'is one too many'],
  ['a folder of two', ['two', txt], EXIT.usage, '"two" stands for 2 inputs'],
  ['a setting for two editions with one', [txt, '--aliases', 'a.json'], EXIT.usage, '--aliases needs two editions'],
  ['a report.json', ['report.json'], EXIT.input, 'Give the PDF, or its text'],
  ['a report.json beside a document', [txt, 'report.json'], EXIT.input, '"report.json" cannot be shown'],
  ['the folder of a report', ['output', txt], EXIT.input, 'holds values but not the pages'],
  ['a file that is not there', [txt, 'gone.pdf'], EXIT.input, '"gone.pdf" cannot be read'],
  [
    'a baseline that is not there',
    [txt, txt, '--baseline', 'b.json'],
    EXIT.input,
    'the baseline "b.json" cannot be read',
  ],
])('%s is refused, and nothing is written', async (_, args, code, words) => {
  const folder = await temporaryFolder({
    'two/a.txt': 'a',
    'two/b.txt': 'b',
    'report.json': ' { "schemaVersion": "1.0.0" }',
    'output/report.json': '{}',
  })
  const finished = await runProgram(['review-page', ...args], folder)
  expect(finished.code).toBe(code)
  expect(finished.stderr).toContain(words)
  expect(await readdir(folder)).not.toContain('review')
})
