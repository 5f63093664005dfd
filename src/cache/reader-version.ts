import { readdir, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { programInfo } from '../report/program-info.ts'

let known: Promise<readonly string[]> | undefined

/**
 * Tells what reads PDFs apart from what did before: the versions of the program, of PDF.js and of V8, which writes the
 * cache, and the sizes and dates of the reader's own files, which change while somebody works on them.
 */
export function readerVersion(): Promise<readonly string[]> {
  return (known ??= findVersion())
}

async function findVersion(): Promise<readonly string[]> {
  const folder = new URL('../pdf/', import.meta.url)
  const names = (await readdir(folder)).sort()
  const files = await Promise.all(
    names.map(async (name) => {
      const { size, mtimeMs } = await stat(fileURLToPath(new URL(name, folder)))
      return `${name} ${String(size)} ${String(mtimeMs)}`
    }),
  )
  const pdfjs = createRequire(import.meta.url)('pdfjs-dist/package.json') as { readonly version: string }
  return [programInfo().version, pdfjs.version, process.versions.v8, ...files]
}
