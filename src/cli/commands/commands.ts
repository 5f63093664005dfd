import type { ExitCode } from '../exit-code.ts'
import type { HelpPage } from '../format-help.ts'
import type { CliIo } from '../io.ts'
import type { ParsedOptions } from '../parse-options.ts'
import { checkHelp } from './check-help.ts'
import { diffHelp } from './diff-help.ts'
import { explainHelp } from './explain-help.ts'
import { extractHelp } from './extract-help.ts'
import { linesHelp } from './lines-help.ts'
import { reviewHelp } from './review-help.ts'
import { reviewPageHelp } from './review-page-help.ts'
import { rulesHelp } from './rules-help.ts'
import { schemaHelp } from './schema-help.ts'

/** @throws Failure where nothing could be done at all */
export type RunCommand = (options: ParsedOptions, io: CliIo) => Promise<ExitCode>

/** What can stand after the program's name. */
export interface Command {
  readonly name: string
  readonly help: HelpPage
  /** Loads what does the work: a help page must not wait for a PDF reader. */
  readonly load: () => Promise<RunCommand>
  /** Whatever it is given is a document that a thread interprets. */
  readonly interprets?: true
}

export const commands: readonly Command[] = [
  {
    name: 'extract',
    help: extractHelp,
    load: async () => (await import('./extract.ts')).runExtract,
    interprets: true,
  },
  { name: 'check', help: checkHelp, load: async () => (await import('./check.ts')).runCheck, interprets: true },
  { name: 'diff', help: diffHelp, load: async () => (await import('./diff.ts')).runDiff },
  { name: 'review', help: reviewHelp, load: async () => (await import('./review.ts')).runReview },
  {
    name: 'review-page',
    help: reviewPageHelp,
    load: async () => (await import('./review-page.ts')).runReviewPage,
  },
  { name: 'lines', help: linesHelp, load: async () => (await import('./lines.ts')).runLines },
  {
    name: 'explain',
    help: explainHelp,
    load: async () => (await import('./explain.ts')).runExplain,
    interprets: true,
  },
  { name: 'rules', help: rulesHelp, load: async () => (await import('./rules.ts')).runRules },
  { name: 'schema', help: schemaHelp, load: async () => (await import('./schema.ts')).runSchema },
]
