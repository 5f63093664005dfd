const PDF_HEADER = '%PDF-'

/** Bytes at a file's start among which a PDF's header may stand (ISO 32000-1, Annex H). */
const HEADER_RANGE = 1024

/** Whether a file is a PDF shows its content; anything else is taken for text if it can be one. */
export function hasPdfHeader(bytes: Uint8Array): boolean {
  const { buffer, byteOffset, byteLength } = bytes
  return Buffer.from(buffer, byteOffset, Math.min(byteLength, HEADER_RANGE)).includes(PDF_HEADER)
}
