import type { Place } from 'stadtprofile'

/** The text that the printed characters of places give when they are repaired as the places tell. */
export function reRead(places: readonly Place[]): string {
  return places.reduce((text, { text: printed }, index) => joinTo(text, places[index - 1], cleaned(printed)), '')
}

/** What the program promises to be otherwise than printed: Unicode NFC, no marks that only matter to a typesetter. */
function cleaned(printed: string): string {
  return printed
    .replaceAll(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/gu, '')
    .replaceAll(/[\uFB00-\uFB06]/gu, (ligature) => ligature.normalize('NFKC'))
    .replaceAll(/[\u2010\u2011]/gu, '-')
    .normalize('NFC')
}

function joinTo(text: string, before: Place | undefined, printed: string): string {
  if (before === undefined) return printed
  if (before.endsBlock === true) return `${text}\n${printed}`
  const softEnd = before.text.endsWith('\u00AD')
  const closed = text.replace(/\s-$/u, '-')
  switch (before.join?.action ?? 'blank') {
    case 'blank':
      return `${text} ${printed}`
    case 'hyphen-and-blank':
      return `${closed} ${printed}`
    case 'hyphen-removed':
      return (softEnd ? text : text.replace(/\s?-$/u, '')) + printed
    default:
      return closed + printed
  }
}
