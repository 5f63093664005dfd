/** Bytes that tell a `report.json` from a PDF and from a text. */
export const HEAD_SIZE = 1024

/** Whether the first character that is no blank opens an object. */
export function isJson(bytes: Uint8Array): boolean {
  return /^\s*\{/u.test(new TextDecoder().decode(bytes.subarray(0, HEAD_SIZE)))
}
