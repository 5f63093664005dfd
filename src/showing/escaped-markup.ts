/** Characters that XML 1.0 cannot hold, escaped or not, and control characters that HTML takes for others. */
const UNWRITABLE = /[\u0000-\u0008\v\f\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF\p{Cs}]/gu

/** What has a meaning in the text, but would steer a terminal that the markup is printed to. */
const STEERING = /[\t\r\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as content or as a quoted attribute of XML or HTML, safe to print; what cannot stand there is U+FFFD. */
export function escapedMarkup(text: string): string {
  return text
    .replaceAll(UNWRITABLE, '\uFFFD')
    .replaceAll(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? sign)
    .replaceAll(STEERING, (sign) => `&#${String(sign.charCodeAt(0))};`)
}
