const ASCII = /^[\u0020-\u007E]*$/u
const SPELLED_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

/**
 * The word as an address would spell it: lower case, `ä` as `ae`, `ß` as `ss`, other accents dropped. Two spellings of
 * one name are equal when their folded forms are.
 */
export function foldUmlauts(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[äöüß]/gu, (letter) => SPELLED_OUT[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
}
