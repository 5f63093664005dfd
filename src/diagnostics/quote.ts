/** Characters of a quotation before it is shortened. */
const LONGEST = 80

/** Text of the document as a message shows it: in quotation marks, on one line, long ones shortened at a character. */
export function quote(text: string): string {
  const characters = [...text.replaceAll(/\s+/gu, ' ').trim()]
  const shown = characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST - 1).join('')}…`
  return `"${shown}"`
}
