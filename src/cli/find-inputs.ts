import { stat } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import { EXIT } from './exit-code.ts'
import { Failure } from './failure.ts'

/** A file to read, or why what was asked for gives none. */
export type FoundInput = { readonly path: string } | { readonly failure: Failure }

/**
 * Resolves the arguments to files, in the order of the arguments and sorted within each; a file named twice comes once.
 * An argument that exists is taken as it is, whatever characters it has; a folder means the `.pdf` and `.txt` files
 * below it; anything else is a glob, in which `/` separates folders (on Windows `\` does as well).
 *
 * @param cwd absolute
 * @returns absolute paths
 */
export async function findInputs(written: readonly string[], cwd: string): Promise<readonly FoundInput[]> {
  const found = await Promise.all(written.map((argument) => resolveArgument(argument, cwd)))
  const seen = new Set<string>()
  return found.flat().filter((input) => {
    if ('failure' in input) return true
    const isNew = !seen.has(input.path)
    seen.add(input.path)
    return isNew
  })
}

async function resolveArgument(argument: string, cwd: string): Promise<readonly FoundInput[]> {
  const path = resolve(cwd, argument)
  const kind = argument === '' ? 'missing' : await kindOf(path)
  if (kind === 'file') return [{ path }]
  if (kind === 'folder') return filesBelow(path, argument)
  if (kind === 'other')
    return [unreadable(argument, 'It is neither a file nor a folder.', 'Copy its content to a file.')]
  const { default: fastGlob } = await import('fast-glob')
  const pattern = sep === '\\' ? argument.replaceAll('\\', '/') : argument
  if (argument === '' || !fastGlob.isDynamicPattern(pattern)) {
    return [unreadable(argument, 'There is no such file or folder.', `Check the path; it was looked for in ${cwd}.`)]
  }
  const matches = await fastGlob(pattern, { cwd, absolute: true, followSymbolicLinks: false })
  if (matches.length > 0) return inOrder(matches)
  return [unreadable(argument, 'No file matches the pattern.', `Check the pattern; it was applied in ${cwd}.`)]
}

async function filesBelow(folder: string, argument: string): Promise<readonly FoundInput[]> {
  const { default: fastGlob } = await import('fast-glob')
  const files = await fastGlob('**/*.{pdf,txt}', {
    cwd: folder,
    absolute: true,
    caseSensitiveMatch: false,
    followSymbolicLinks: false,
    suppressErrors: true,
  })
  if (files.length > 0) return inOrder(files)
  return [
    unreadable(
      argument,
      'The folder holds no .pdf and no .txt file.',
      'Name the file itself if it is called otherwise.',
    ),
  ]
}

/** By code unit, the same on every machine. */
function inOrder(paths: readonly string[]): readonly FoundInput[] {
  return [...paths].sort((a, b) => (a < b ? -1 : 1)).map((path) => ({ path: resolve(path) }))
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'other' | 'missing'> {
  try {
    const entry = await stat(path)
    if (entry.isFile()) return 'file'
    return entry.isDirectory() ? 'folder' : 'other'
  } catch {
    return 'missing'
  }
}

function unreadable(argument: string, why: string, hint: string): FoundInput {
  return { failure: new Failure({ exitCode: EXIT.input, what: `"${argument}" cannot be read`, why: [why], hint }) }
}
