import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { defaultRulesFolder, languageFolder } from '../../src/rules/rules-folder.ts'

/** A copy of all rules, those of the language included, that a test may damage; it is gone when the test is over. */
export async function copyRules(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rules-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const rules of [languageFolder('de'), defaultRulesFolder()]) await cp(rules, folder, { recursive: true })
  return folder
}

/** Replaces words of a rule file, once; fails where they are not there. */
export async function editRules(folder: string, file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(folder, file), 'utf8')
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`)
  await writeFile(
    join(folder, file),
    text.replace(from, () => to),
  )
}
