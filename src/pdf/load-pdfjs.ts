import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { silencePdfjs } from './collect-warnings.ts'

export type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

let loaded: Promise<Pdfjs> | null = null

/** Loads PDF.js once per process, at the first document: it takes longer than a small document takes to read. */
export function loadPdfjs(): Promise<Pdfjs> {
  loaded ??= silencePdfjs(() => import('pdfjs-dist/legacy/build/pdf.mjs'))
  return loaded
}

/** Folders of PDF.js with the data that some documents leave out, each with the trailing separator it asks for. */
export interface PdfjsFolders {
  readonly standardFonts: string
  readonly characterMaps: string
}

/** Where the installed PDF.js keeps its data. */
export function findPdfjsFolders(): PdfjsFolders {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  return { standardFonts: join(root, 'standard_fonts') + sep, characterMaps: join(root, 'cmaps') + sep }
}
