import type { HelpPage } from '../format-help.ts'
import { READING_OPTIONS } from '../reading-options.ts'

export const explainHelp: HelpPage = {
  purpose: 'Shows why a page or a value was read as it was.',
  usage: ['explain INPUT (--at PAGE | --pointer POINTER) [options]'],
  text: [
    'INPUT is read as "extract" reads it; nothing is written. What is said goes to standard output.',
    '',
    'With --at each line of a page is shown in reading order: the account that its words went to, the values they went',
    'into, the rule that decided, what was done at its end, and what it may have been taken for. Pages are counted as the',
    'diagnostics count them: those of a PDF from 1, those of a text as the report numbers them.',
    '',
    'With --pointer the lines are shown that a value of report.json was read from, how its heading, label or column was',
    'found, and the diagnostics about it.',
  ],
  options: {
    at: { value: 'PAGE', help: 'show what became of each line of this page' },
    pointer: { value: 'POINTER', help: 'show where the value at this JSON Pointer comes from' },
    rules: { value: 'FOLDER', help: 'rules of the report family; without it those of this package' },
    edition: { value: 'NAME', help: 'edition, where the document does not name it or names it wrongly' },
    ...READING_OPTIONS,
    json: { help: 'print the same as JSON' },
    verbose: { short: 'v', help: 'print where in the program a failure arose' },
    help: { short: 'h', help: 'show this page' },
  },
  examples: [
    ['explain report.pdf --at 5', 'shows what became of each line of page 5'],
    ['explain report.pdf --pointer /cities/0/programme/goals', 'shows where the goals of the first city come from'],
  ],
}
