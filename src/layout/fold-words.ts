/**
 * What is left of a text for comparing labels: small letters and digits. White space, hyphens (also those of line
 * ends), punctuation and quotation marks do not tell two labels apart.
 */
export function foldWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
}
