/**
 * What is left of a text for comparing labels: small letters and digits. White space, hyphens (also those of line
 * ends), punctuation and quotation marks do not tell two labels apart.
 */
export function foldWords(text: string): string {
  const known = folded.get(text)
  if (known !== undefined) return known
  const fold = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
  if (folded.size >= MOST_FOLDED) folded.clear()
  folded.set(text, fold)
  return fold
}

/** The same few labels are compared with every line. */
const folded = new Map<string, string>()
const MOST_FOLDED = 10_000
