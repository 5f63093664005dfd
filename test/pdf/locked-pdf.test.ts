import { describe, expect, test } from 'vitest'
import { EXIT } from '../../src/cli/exit-code.ts'
import { readPdf } from '../../src/pdf/read-pdf.ts'
import { runProgram } from '../cli/run-program.ts'
import { temporaryFolder } from '../cli/temporary-folder.ts'
import { lockedPdf } from './locked-pdf.ts'
import { SOME_TEXT, texts } from './read-one-page.ts'

const passwords = { user: 'Leuchtturm', owner: 'Kapitaen' }
const locked = () => lockedPdf(SOME_TEXT, passwords)
const restricted = () => lockedPdf(SOME_TEXT, { user: '', owner: 'Kapitaen' }, 'copyingForbidden')

describe('a PDF with passwords', () => {
  test.each(['Leuchtturm', 'Kapitaen'])('is read with %s', async (password) => {
    const { pages } = await readPdf(locked(), { password })
    expect(pages.map(texts)).toEqual([['Altenrode']])
  })

  test('is not read without, nor with another', async () => {
    await expect(readPdf(locked())).rejects.toMatchObject({ code: 'encrypted' })
    await expect(readPdf(locked(), { password: 'Hafen' })).rejects.toMatchObject({ code: 'wrong-password' })
  })

  test('whose owner forbids to copy text is read only where that is asked for', async () => {
    await expect(readPdf(restricted())).rejects.toMatchObject({ code: 'restricted' })
    const { pages } = await readPdf(restricted(), { ignoreRestrictions: true })
    expect(pages.map(texts)).toEqual([['Altenrode']])
  })
})

describe('on the command line', () => {
  test('the password comes from the environment, and is printed nowhere', async () => {
    const folder = await temporaryFolder({ 'locked.pdf': locked() })
    const args = ['extract', 'locked.pdf', '--stdout', '--verbose']
    const right = await runProgram(args, folder, { STADTPROFILE_PASSWORD: 'Leuchtturm' })
    expect(right.code).toBe(EXIT.findings)
    expect(right.stdout + right.stderr).not.toContain('Leuchtturm')
    const wrong = await runProgram(args, folder, { STADTPROFILE_PASSWORD: 'Schlepper' })
    expect(wrong.code).toBe(EXIT.input)
    expect(wrong.stdout + wrong.stderr).not.toContain('Schlepper')
  })

  test('--password counts more than the environment', async () => {
    const folder = await temporaryFolder({ 'locked.pdf': locked() })
    const args = ['extract', 'locked.pdf', '--stdout', '--password', 'Kapitaen']
    const { code } = await runProgram(args, folder, { STADTPROFILE_PASSWORD: 'Schlepper' })
    expect(code).toBe(EXIT.findings)
  })

  test('--ignore-restrictions', async () => {
    const folder = await temporaryFolder({ 'restricted.pdf': restricted() })
    const refused = await runProgram(['extract', 'restricted.pdf'], folder)
    expect(refused.code).toBe(EXIT.input)
    expect(refused.stderr).toContain('--ignore-restrictions')
    const { code } = await runProgram(['extract', 'restricted.pdf', '--ignore-restrictions'], folder)
    expect(code).toBe(EXIT.findings)
  })
})

describe('limits on the command line', () => {
  test.each(['--timeout=0', '--max-memory=-1', '--max-pages=viele', '--max-size=1e9'])('%s is none', async (option) => {
    const { code, stderr } = await runProgram(['extract', 'a.pdf', option], await temporaryFolder())
    expect(code).toBe(EXIT.usage)
    expect(stderr).toContain('takes a number above 0')
  })
})
