import type { HelpPage } from '../format-help.ts'
import { READING_OPTIONS } from '../reading-options.ts'

export const linesHelp: HelpPage = {
  purpose: 'Prints a report as lines of a path and a value.',
  usage: ['lines REPORT [options]'],
  text: [
    'REPORT is a report.json, the folder that holds one, a PDF or the text of one, or REV:PATH, a file in git. Each value is',
    'named by ids, never by position, so that programs that compare or search lines say where something is; git shows a',
    'changed report.json like this (README.md has the recipe).',
  ],
  options: {
    rules: { value: 'FOLDER', help: 'rules of the report family; without it those of this package' },
    ...READING_OPTIONS,
    quiet: { short: 'q', help: 'print no progress' },
    verbose: { short: 'v', help: 'print where in the program a failure arose' },
    help: { short: 'h', help: 'show this page' },
  },
  examples: [
    ['lines output/report', 'prints a line for each value'],
    ['lines report.pdf | grep emails', 'lists all e-mail addresses with where they stand'],
  ],
}
