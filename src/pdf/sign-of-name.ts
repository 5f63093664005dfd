/** Blanks, and the signs that lists and sentences are set with, by the names of the Adobe Glyph List. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['space', ' '],
  ['nbspace', ' '],
  ['nonbreakingspace', ' '],
  ['bullet', '•'],
  ['openbullet', '◦'],
  ['periodcentered', '·'],
  ['filledbox', '■'],
  ['H18543', '▪'],
  ['H18551', '▫'],
  ['H18533', '●'],
  ['H22073', '□'],
  ['circle', '○'],
  ['lozenge', '◊'],
  ['triagrt', '►'],
  ['triaglf', '◄'],
  ['triagup', '▲'],
  ['triagdn', '▼'],
  ['hyphen', '-'],
  ['sfthyphen', '\u{AD}'],
  ['softhyphen', '\u{AD}'],
  ['minus', '−'],
  ['figuredash', '‒'],
  ['endash', '–'],
  ['emdash', '—'],
  ['arrowright', '→'],
  ['arrowleft', '←'],
  ['arrowup', '↑'],
  ['arrowdown', '↓'],
  ['arrowboth', '↔'],
  ['arrowdblright', '⇒'],
])

const BY_CODE = /^(?:uni(?<four>[\dA-F]{4})|u(?<more>[\dA-F]{4,6}))$/u
const UNUSABLE = /^[\p{Cc}\p{Cs}\p{Cn}]$/u

/**
 * The sign that a glyph's name stands for: `bullet`, `uni2022`, both also with what follows a dot (`bullet.alt`), as the
 * Adobe Glyph List Specification reads names. Null for letters and figures: where a font says of them that they are
 * something else, its names are no better.
 */
export function signOfName(name: string): string | null {
  const [plain = ''] = name.split('.', 1)
  const { four, more } = BY_CODE.exec(plain)?.groups ?? {}
  const code = Number.parseInt(four ?? more ?? '', 16)
  if (!(code <= 0x10ffff)) return SIGNS.get(plain) ?? null
  const character = String.fromCodePoint(code)
  return UNUSABLE.test(character) ? null : character
}
