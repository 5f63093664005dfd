import type { Format, LongFormat } from './format.ts'

/** The names that `--format` takes, each with what loads it. */
export const FORMATS = {
  text: async () => (await import('./text.ts')).formatText,
  json: async () => (await import('./json.ts')).formatJson,
  markdown: async () => (await import('./markdown.ts')).formatMarkdown,
  github: async () => (await import('./github.ts')).formatGithub,
  junit: async () => (await import('./junit.ts')).formatJunit,
  sarif: async () => (await import('./sarif.ts')).formatSarif,
  html: async () => (await import('./html.ts')).formatHtml,
} as const satisfies Readonly<Record<string, () => Promise<Format | LongFormat>>>

export type FormatName = keyof typeof FORMATS

export const FORMAT_NAMES: readonly string[] = Object.keys(FORMATS)

export function isFormatName(name: string): name is FormatName {
  return name in FORMATS
}
