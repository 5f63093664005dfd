import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { programInfo } from '../../report/program-info.ts'
import { fromTemplate, isFamilyId } from '../../rules/from-template.ts'
import { rulesReadme, templateFolder } from '../../rules/rules-folder.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { usageFailure } from '../failure.ts'
import type { CliIo } from '../io.ts'
import type { ParsedOptions } from '../parse-options.ts'
import { printable } from '../../showing/printable.ts'
import { shownPath } from '../shown-path.ts'
import { writeFailure } from '../write-failure.ts'
import { writeTogether } from '../write-together.ts'

/** The command `rules new`: writes the template as the rules of a new family. */
export async function runRulesNew(
  [name, ...others]: readonly string[],
  { values }: ParsedOptions,
  io: CliIo,
): Promise<ExitCode> {
  if (name === undefined) throw usageFailure('rules new needs a name', 'Write rules new NAME.', 'rules')
  if (others[0] !== undefined)
    throw usageFailure('rules new takes one name', `"${others[0]}" is one too many.`, 'rules')
  if (!isFamilyId(name)) {
    const why = 'A name is made of lower-case words (a to z, digits) joined by hyphens, library-report for example.'
    throw usageFailure(`"${name}" cannot be the name of a family`, why, 'rules')
  }
  const folder = resolve(io.cwd, values.get('out') ?? name)
  await rejectOccupied(folder)
  const files = fromTemplate(await readTemplate(), name)
  await writeTogether({ root: folder, folder, files })
  io.stderr.write(told(shownPath(folder, io.cwd), [...files.keys()]))
  return EXIT.done
}

/** Nothing of somebody's own is written over. */
async function rejectOccupied(folder: string): Promise<void> {
  try {
    const present = await readdir(folder)
    if (present.length > 0) throw Object.assign(new Error(`${folder} holds files`), { code: 'ENOTEMPTY' })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return
    throw writeFailure(folder, error)
  }
}

async function readTemplate(): Promise<ReadonlyMap<string, string>> {
  const folder = templateFolder()
  const names = (await readdir(folder)).sort()
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  )
}

function told(folder: string, files: readonly string[]): string {
  const lines = [
    `${folder}: ${files.join(', ')}`,
    `  next:  ${join(folder, 'README.md')} says what to change first`,
    `  then:  ${programInfo().name} rules check ${folder}`,
    `  more:  ${rulesReadme()}`,
  ]
  return `${lines.map(printable).join('\n')}\n`
}
