/**
 * Without the given characters at the end. Unlike a regular expression it looks at each character once.
 *
 * @param characters each a single UTF-16 unit; a blank stands for any white space
 */
export function trimEndOf(text: string, characters: string): string {
  let end = text.length
  while (end > 0 && isOneOf(text.charAt(end - 1), characters)) end -= 1
  return text.slice(0, end)
}

/** How many of the given characters the text begins with. */
export function leadLength(text: string, characters: string): number {
  let start = 0
  while (start < text.length && isOneOf(text.charAt(start), characters)) start += 1
  return start
}

/** Without the given characters at both ends. */
export function trimOf(text: string, characters: string): string {
  return trimEndOf(text.slice(leadLength(text, characters)), characters)
}

function isOneOf(character: string, characters: string): boolean {
  return characters.includes(character) || (characters.includes(' ') && character.trim() === '')
}
