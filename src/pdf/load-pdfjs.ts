import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { silencePdfjs } from './collect-warnings.ts'
import { keepingBuiltins } from './keeping-builtins.ts'
import { withoutDrawing } from './without-drawing.ts'

export type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

let loaded: Promise<Pdfjs> | null = null

/** Loads PDF.js once per process, at the first document: it takes longer than a small document takes to read. */
export function loadPdfjs(): Promise<Pdfjs> {
  loaded ??= silencePdfjs(() => keepingBuiltins(() => withoutDrawing(findPackage(), importPdfjs)))
  return loaded
}

/** Folders of PDF.js with the data that some documents leave out, each with the trailing separator it asks for. */
export interface PdfjsFolders {
  readonly standardFonts: string
  readonly characterMaps: string
}

/** Where the installed PDF.js keeps its data. */
export function findPdfjsFolders(): PdfjsFolders {
  const root = dirname(findPackage())
  return { standardFonts: join(root, 'standard_fonts') + sep, characterMaps: join(root, 'cmaps') + sep }
}

function findPackage(): string {
  return createRequire(import.meta.url).resolve('pdfjs-dist/package.json')
}

/**
 * The part that parses is loaded here too: PDF.js would load it at the first document, and change built-ins again. The
 * minified twins are the same code and are compiled faster.
 */
async function importPdfjs(): Promise<Pdfjs> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.min.mjs')
  await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs')
  return pdfjs
}
