import { type Corrections, correctionsFile } from '../corrections/corrections-file.ts'
import { EXIT } from './exit-code.ts'
import { Failure } from './failure.ts'
import { readSettingsFile } from './read-settings-file.ts'

/** @throws Failure with the exit code `input` */
export async function readCorrections(path: string, cwd: string): Promise<Corrections> {
  const read = await readSettingsFile(path, 'file of corrections', correctionsFile, cwd)
  if (read !== null) return read
  throw new Failure({
    exitCode: EXIT.input,
    what: `the file of corrections "${path}" cannot be read`,
    why: ['There is no such file.'],
    hint: 'Check the path.',
  })
}
