const DIGIT = /^\p{Nd}$/u

/** Turns a text into what it says, so that two texts that are only written differently have the same key. */
export type ContentKey = (text: string) => string

/**
 * @param ignored signs that do not count. Between two figures they do, and so does a dash right before a figure:
 * `3,5` is not `35`, `-5` is not `5`.
 */
export function contentKeyOf(ignored: string): ContentKey {
  const skipped = new RegExp(`[\\s${ignored.replaceAll(/[\\\]^-]/gu, '\\$&')}]+`, 'gu')
  return (text) =>
    text
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(skipped, (signs, offset: number, whole: string) => {
        const next = whole.codePointAt(offset + signs.length)
        if (next === undefined || !DIGIT.test(String.fromCodePoint(next))) return ''
        return beforeFigure(signs, DIGIT.test(whole.charAt(offset - 1)))
      })
}

/** What counts of the signs before a figure: `10 – 12`, `3,5`, `1 000`, `-5`. */
function beforeFigure(skipped: string, isAfterFigure: boolean): string {
  const signs = skipped.replaceAll(/\s+/gu, '')
  if (isAfterFigure) return signs === '' ? ' ' : signs.replaceAll(/\p{Pd}/gu, '-')
  return /(?:^|\s)\p{Pd}$/u.test(skipped) ? '-' : ''
}
