import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Suggestion } from '../fit/suggest-edits.ts'
import { lineOfPointer, parseJson } from '../rules/parse-json.ts'
import { shownPath } from './shown-path.ts'

/** An edit with the place where it belongs. */
export interface LocatedEdit {
  readonly edit: Suggestion
  /** Path of the file as the person knows it. */
  readonly file: string
  /** 1-based line of what is edited, or of what it is added to; null where the file cannot be read. */
  readonly line: number | null
}

/** @param folders in which the file is looked for, the first that has it counts */
export async function locateEdits(
  edits: readonly Suggestion[],
  folders: readonly string[],
  cwd: string,
): Promise<readonly LocatedEdit[]> {
  return Promise.all(
    edits.map(async (edit) => {
      for (const folder of folders) {
        const path = join(folder, edit.file)
        const text = await readFile(path, 'utf8').catch(() => null)
        if (text !== null)
          return { edit, file: shownPath(path, cwd), line: lineOfPointer(edit.path, parseJson(text).lines) }
      }
      return { edit, file: edit.file, line: null }
    }),
  )
}
