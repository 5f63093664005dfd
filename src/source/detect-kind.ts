const PDF_HEADER = '%PDF-'

/** Bytes at a file's start among which a PDF's header may stand (ISO 32000-1, Annex H). */
const HEADER_RANGE = 1024

/** Finds from its content whether a file is a PDF; anything else is taken for text if it can be one. */
export function detectKind(bytes: Uint8Array): 'pdf' | 'text' {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, HEADER_RANGE))
  if (start.includes(PDF_HEADER)) return 'pdf'
  return isText(bytes) ? 'text' : 'pdf'
}

/** UTF-8 without NUL characters. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
