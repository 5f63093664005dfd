import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HOSTILE_FILES } from './hostile-files.ts'

/* tsx test/hostile/write-all.ts FOLDER: writes all hostile files, to be tried by hand. */

const folder = process.argv[2]
if (folder === undefined) throw new Error('name the folder to write to')
await mkdir(folder, { recursive: true })
for (const { name, bytes } of HOSTILE_FILES) await writeFile(join(folder, name), bytes())
