/** Characters that XML 1.0 cannot hold, escaped or not. */
const UNWRITABLE = /[\u0000-\u0008\v\f\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/gu

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as content or as a quoted attribute of XML or HTML; what cannot stand there is U+FFFD. */
export function escapedMarkup(text: string): string {
  return text.replaceAll(UNWRITABLE, '\uFFFD').replaceAll(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? sign)
}
