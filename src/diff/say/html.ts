import type { Format } from './format.ts'
import { formatJson } from './json.ts'

export const formatHtml: Format = (diff, context) => formatJson(diff, context)
