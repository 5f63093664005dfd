/** Two wordings that differ only in case or blanks are found at the same lines. */
export function foldWording(wording: string): string {
  return wording.normalize('NFC').toLowerCase().replaceAll(/\s+/gu, '')
}
