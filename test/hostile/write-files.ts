import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** @param files name to content */
export async function writeFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes)
}
