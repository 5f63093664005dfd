import { HOSTILE_FILES } from './hostile-files.ts'
import { writeFiles } from './write-files.ts'

/* npm run hostile -- FOLDER: writes all files made to harm, to be tried by hand. */

const folder = process.argv[2]
if (folder === undefined) throw new Error('name the folder to write to')
await writeFiles(folder, new Map(HOSTILE_FILES.map(({ name, bytes }) => [name, bytes()])))
