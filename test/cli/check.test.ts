import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { EXIT } from '../../src/cli/exit-code.ts'
import { applyEdit } from '../fit/apply-edit.ts'
import { copyRules, editRules } from '../rules/rules-folder.ts'
import { runProgram } from './run-program.ts'
import { temporaryFolder } from './temporary-folder.ts'

const edition = fileURLToPath(new URL('../../fixtures/editions/musterstaedte-2026', import.meta.url))
const pdf = join(edition, 'source.pdf')

interface CheckedInput {
  readonly fits: boolean
  readonly entities: readonly { readonly name: string }[]
  readonly findings: readonly { readonly code: string }[]
  readonly edits: readonly { readonly file: string; readonly line: number; op: string; path: string; value: unknown }[]
}

describe('check', () => {
  test.each(['source.pdf', 'source.txt'])('%s fits', async (name) => {
    const folder = await temporaryFolder()
    const { code, stdout, stderr } = await runProgram(['check', join(edition, name)], folder)
    expect(stdout).toContain('fits the rules "stadtprofile"')
    expect(stdout).toMatch(/^ {2}Auenfurt +\d+–\d+ +3 +7 +2 +\d+ +· +· +· +· +·$/mu)
    expect(stdout).toMatch(/unclaimed 0\.0 %$/mu)
    expect(stderr).toBe('')
    expect(code).toBe(EXIT.done)
  })

  test('a report that does not fit is told with edits to paste, and their lines', async () => {
    const rules = await copyRules()
    await editRules(rules, 'outline.json', '"label": "Ziele der Seniorenhilfe"', '"label": "Leitbild"')
    const { code, stdout } = await runProgram(['check', pdf, '--rules', rules], await temporaryFolder())
    expect(code).toBe(EXIT.findings)
    expect(stdout).toContain('does not fit the rules "stadtprofile" in 16 places')
    expect(stdout).toMatch(/^ {2}Auenfurt +\d+–\d+ +3 +6 of 7 +2 /mu)
    expect(stdout).toContain('the same in 7 more cities: Auenfurt, ')
    expect(stdout).toMatch(/outline\.json:\d+ add \/sections\/2\/parts\/0\/aliases/u)
    expect(stdout).toMatch(/"aliases": \[\s+"Ziele der Seniorenhilfe"\s+\]/u)
  })

  test('--json says the same for programs, and its edits mend the rules', async () => {
    const rules = await copyRules()
    await editRules(rules, 'outline.json', '"label": "Kontakt"', '"label": "Kontakte"')
    const cwd = await temporaryFolder()
    const { code, stdout } = await runProgram(['check', pdf, '--rules', rules, '--json'], cwd)
    const [checked] = JSON.parse(stdout) as readonly CheckedInput[]
    expect(code).toBe(EXIT.findings)
    expect(checked?.fits).toBe(false)
    expect(checked?.entities).toHaveLength(8)
    expect(new Set(checked?.findings.map((finding) => finding.code))).toEqual(new Set(['heading/near-match']))
    for (const edit of checked?.edits ?? []) await applyEdit(rules, edit)
    expect((await runProgram(['check', pdf, '--rules', rules], cwd)).code).toBe(EXIT.done)
  })

  test('one input that cannot be read does not stop the others', async () => {
    const folder = await temporaryFolder({ 'broken.pdf': '%PDF-1.7\nnothing' })
    const { code, stdout, stderr } = await runProgram(['check', 'broken.pdf', pdf], folder)
    expect(code).toBe(EXIT.input)
    expect(stdout).toContain('fits the rules')
    expect(stderr).toContain('broken.pdf')
  })

  test('without an input it says so', async () => {
    const { code, stderr } = await runProgram(['check'], await temporaryFolder())
    expect(code).toBe(EXIT.usage)
    expect(stderr).toContain('check needs an input')
  })
})
