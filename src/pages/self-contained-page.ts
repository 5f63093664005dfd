import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Markup, markup } from './markup.ts'

/** A page that is one file and asks for nothing else. */
export interface Page {
  readonly title: string
  /** Names of style sheets beside this file; put together in this order. */
  readonly styles: readonly string[]
  /** Names of scripts beside this file, modules that run one after the other when the page has been read. */
  readonly scripts: readonly string[]
  /** Whether it shows pictures that lie in a folder beside it. */
  readonly hasPictures?: boolean
  readonly body: Markup
}

/** A page that works from a disk: its policy allows its own style and script, by their hashes, and no request. */
export function selfContainedPage({ title, styles, scripts, hasPictures = false, body }: Page): string {
  const style = styles.map(besideThisFile).join('\n')
  const codes = scripts.map(besideThisFile)
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    `script-src ${codes.map((code) => `'${hashOf(code)}'`).join(' ')}`,
    // Pages of a disk have no origin of their own that 'self' would name.
    ...(hasPictures ? ["img-src 'self' file:"] : []),
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')
  const { markup: text } = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${{ markup: style }}</style>
</head>
<body>
${body}
${codes.map((code) => ({ markup: `<script type="module">${code}</script>\n` }))}
</body>
</html>
`
  return text
}

/** A hash is over what the browser sees, which has line feeds alone. */
function besideThisFile(name: string): string {
  return readFileSync(new URL(`../pages/${name}`, import.meta.url), 'utf8').replaceAll('\r\n', '\n')
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
