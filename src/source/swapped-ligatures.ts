/** Letters by what the unit of UTF-16 is with its bytes swapped: `t`, U+0074, by U+7400. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'.split('').map((letter) => [swapped(letter), letter]),
)

/** Of three letters the last two come as their sum: `ffi` is U+6600 U+CF00. */
const THREE_LETTERS: ReadonlyMap<string, string> = new Map(
  ['ffb', 'ffh', 'ffi', 'ffj', 'ffk', 'ffl', 'fft', 'fti', 'ftt', 'ttf', 'tti'].map((letters) => [
    swapped(letters.charAt(0)) + swapped(letters.slice(1)),
    letters,
  ]),
)

/** Sums for which there is one character, so that the columns of a text stay. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  [swapped('fi'), '\uFB01'],
  [swapped('fl'), '\uFB02'],
])

const LETTER = [...LETTERS.keys()].join('')
const LAST = `${[...PAIRS.keys()].join('')}\uFFFD`
const RUN = new RegExp(String.raw`(?<!\p{Script=Han})[${LETTER}][${LETTER}${LAST}]+(?!\p{Script=Han})`, 'gu')

/**
 * The letters of a glyph whose meaning was written by Ghostscript 10.00, which swaps the bytes of the letters of
 * ligatures (`ti` comes as U+7400 U+6900).
 *
 * @param unicode what PDF.js says the glyph stands for
 * @returns null where it is not of this kind, U+FFFD where it is and no known ligature comes to it
 */
export function lettersOfLigature(unicode: string): string | null {
  if (unicode.length < 2) return null
  const characters = [...unicode]
  const [first = '', ...others] = characters
  if (!LETTERS.has(first) || others.length === 0 || !others.every(endsInZeros)) return null
  const letters = characters.map((character) => LETTERS.get(character))
  return letters.includes(undefined) ? (THREE_LETTERS.get(unicode) ?? '\uFFFD') : letters.join('')
}

/**
 * Swaps back the ligatures in a text taken from a document of Ghostscript 10.00, without a change of its length: `ffi`
 * comes as `f` and U+FB01. What stands among other Chinese characters stays.
 *
 * @returns `known`: how many, those without a letter between them as one; a sum of which a dump made U+FFFD stays so
 */
export function swapLigatures(text: string): { readonly text: string; readonly known: number } {
  let known = 0
  const swappedBack = text.replaceAll(RUN, (run) => {
    known += 1
    return run.replaceAll(/./gu, (unit) => LETTERS.get(unit) ?? PAIRS.get(unit) ?? unit)
  })
  return { text: swappedBack, known }
}

/** The sum of the letters' codes as the high byte of a unit; half a surrogate pair as PDF.js reads it without its other. */
function swapped(letters: string): string {
  const sum = [...letters].reduce((total, letter) => total + letter.charCodeAt(0), 0) << 8
  return String.fromCodePoint(sum >= 0xd800 && sum < 0xe000 ? 0x10000 + ((sum & 0x3ff) << 10) : sum)
}

function endsInZeros(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return (code & (code < 0x10000 ? 0xff : 0x3ff)) === 0
}
