import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { damaged, SourceError } from '../source/source-error.ts'
import { DataFiles } from './data-files.ts'
import { fontParameters } from './ignore-fonts.ts'
import { findPdfjsFolders, loadPdfjs, type Pdfjs } from './load-pdfjs.ts'

/** A document that is open while `run` uses it. */
export interface OpenDocument {
  readonly pdfjs: Pdfjs
  readonly document: PDFDocumentProxy
}

/** The largest picture to decode, in pixels. */
const NO_PICTURES = 1

/**
 * Opens a PDF, runs `run` and closes the PDF, whatever happens.
 * @param bytes stay as they are: PDF.js takes a copy apart
 * @throws SourceError `encrypted`, `wrong-password`, `damaged`
 */
export async function withDocument<T>(
  bytes: Uint8Array,
  password: string | undefined,
  run: (open: OpenDocument) => Promise<T>,
): Promise<T> {
  const pdfjs = await loadPdfjs()
  const folders = findPdfjsFolders()
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    ...(password === undefined ? {} : { password }),
    verbosity: pdfjs.VerbosityLevel.INFOS,
    maxImageSize: NO_PICTURES,
    fontExtraProperties: true,
    BinaryDataFactory: DataFiles,
    standardFontDataUrl: folders.standardFonts,
    cMapUrl: folders.characterMaps,
    cMapPacked: true,
    useWasm: false,
    ...fontParameters(),
    isEvalSupported: false,
  })
  try {
    const document = await task.promise.catch((error: unknown) => {
      throw openingError(error, password)
    })
    return await run({ pdfjs, document })
  } finally {
    await task.destroy()
  }
}

function openingError(cause: unknown, password: string | undefined): SourceError {
  if (cause instanceof Error && cause.name === 'PasswordException') {
    return password === undefined
      ? new SourceError('encrypted', 'The PDF is encrypted.', 'Give its password.', { cause })
      : new SourceError('wrong-password', 'The password does not open the PDF.', 'Check the password.', { cause })
  }
  return damaged(cause)
}
