/** One plain blank for each run of white space, and none at either end. */
export function plainBlanks(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim()
}
