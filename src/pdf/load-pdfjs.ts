import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { silencePdfjs } from './collect-warnings.ts'

export type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

let loaded: Promise<Pdfjs> | null = null

/** Loads PDF.js once per process, at the first document: it takes longer than a small document takes to read. */
export function loadPdfjs(): Promise<Pdfjs> {
  loaded ??= silencePdfjs(importPdfjs)
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
 * PDF.js makes a `DOMMatrix` while it loads and takes that class from an optional package for drawing. Where the
 * package is not installed, any class stands in while PDF.js loads; nothing here draws.
 */
async function importPdfjs(): Promise<Pdfjs> {
  const standIn = !('DOMMatrix' in globalThis) && !canDraw()
  if (standIn) Reflect.set(globalThis, 'DOMMatrix', Object)
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } finally {
    if (standIn) Reflect.deleteProperty(globalThis, 'DOMMatrix')
  }
}

/** Loading the package here costs nothing: PDF.js loads it from the same place a moment later. */
function canDraw(): boolean {
  try {
    createRequire(findPackage())('@napi-rs/canvas')
    return true
  } catch {
    return false
  }
}
