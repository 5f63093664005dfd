/** What PDF.js makes of an embedded font to hand it to a browser. */
class IgnoredFont {
  readonly loaded = Promise.resolve(this)
}

const FONT_SET = { add: () => undefined, delete: () => undefined }

let ignored = false

/**
 * Lets PDF.js believe that a browser takes the embedded fonts. Without one it traces the outline of each glyph instead,
 * for pictures that nobody draws. Only for a thread of its own: it defines `FontFace` for all code in it.
 */
export function ignoreFonts(): void {
  Reflect.set(globalThis, 'FontFace', IgnoredFont)
  ignored = true
}

/** What to open documents with, so that `ignoreFonts` takes effect where it was called. */
export function fontParameters(): { readonly disableFontFace?: boolean; readonly ownerDocument?: object } {
  return ignored ? { disableFontFace: false, ownerDocument: { fonts: FONT_SET } } : {}
}
