import type { HelpPage } from '../format-help.ts'
import { READING_OPTIONS } from '../reading-options.ts'

export const checkHelp: HelpPage = {
  purpose: 'Tells how well a report fits the rules, and how the rules could be mended.',
  usage: ['check INPUT… [options]'],
  text: [
    'For each INPUT (a PDF, its text, a folder or a glob) a table is printed: what was found and expected in each chapter,',
    'what is nearly worded as the rules say, what no rule knows, and how many characters ended nowhere. Below it stands',
    'what does not fit, and for what the rules can mend an edit that is ready to paste. Nothing is written.',
    '',
    'The exit code is 1 where a report does not fit, whatever the severity of what is odd.',
  ],
  options: {
    rules: { value: 'FOLDER', help: 'rules of the report family; without it those of this package' },
    ...READING_OPTIONS,
    json: { help: 'print everything as JSON; the edits are JSON Patch operations (RFC 6902)' },
    quiet: { short: 'q', help: 'print no progress' },
    verbose: { short: 'v', help: 'print where in the program a failure arose' },
    help: { short: 'h', help: 'show this page' },
  },
  examples: [
    ['check edition-2026.pdf', 'shows whether the new edition fits the rules'],
    ['check "editions/*/source.pdf" --json > fit.json', 'writes for programs what is found in several editions'],
  ],
}
