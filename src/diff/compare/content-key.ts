const DIGIT = /^\p{Nd}$/u
const BLANK = /^\s$/u

/** Turns a text into what it says, so that two texts that are only written differently have the same key. */
export type ContentKey = (text: string) => string

/**
 * @param ignored signs that do not count. Between two figures they do, and so does a dash right before a figure:
 * `3,5` is not `35`, `-5` is not `5`.
 */
export function contentKeyOf(ignored: string): ContentKey {
  const signs = new Set(ignored)
  return (text) => {
    let key = ''
    let skipped = ''
    for (const character of text.normalize('NFC').toLowerCase()) {
      if (BLANK.test(character) || signs.has(character)) skipped += character
      else {
        if (DIGIT.test(character)) key += beforeFigure(skipped, key)
        key += character
        skipped = ''
      }
    }
    return key
  }
}

/** What counts of the signs before a figure: `10 – 12`, `3,5`, `1 000`, `-5`. */
function beforeFigure(skipped: string, key: string): string {
  if (skipped === '') return ''
  const signs = skipped.replaceAll(/\s+/gu, '')
  if (DIGIT.test(key.at(-1) ?? '')) return signs === '' ? ' ' : dashesAlike(signs)
  return /(?:^|\s)\p{Pd}$/u.test(skipped) && !/^\s+\p{Pd}\s/u.test(skipped) ? '-' : ''
}

function dashesAlike(signs: string): string {
  return signs.replaceAll(/\p{Pd}/gu, '-')
}
