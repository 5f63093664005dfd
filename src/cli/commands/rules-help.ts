import type { HelpPage } from '../format-help.ts'

export const rulesHelp: HelpPage = {
  purpose: 'Begins the rules of a report family, and checks rules.',
  usage: ['rules new NAME [--out FOLDER]', 'rules check FOLDER… [--json]'],
  text: [
    'new    writes a folder of rules that hold as they are: a small example with remarks on what to change, and a',
    '       README.md with the steps. NAME is the id of the family, lower-case words joined by hyphens; its title is made',
    '       of it. The folder must be new or empty.',
    '',
    'check  reads the rules in each FOLDER, tries every example of every pattern, and lists all faults with file, line,',
    '       place in the file (JSON Pointer) and reason. A warning is about what is allowed but hardly meant; it does not',
    '       count for the exit code.',
  ],
  options: {
    out: { short: 'o', value: 'FOLDER', help: 'new: the folder to write; without it ./NAME' },
    json: { help: 'check: print what was found as JSON, for scripts' },
    verbose: { short: 'v', help: 'print where in the program a failure arose' },
    help: { short: 'h', help: 'show this page' },
  },
  examples: [
    ['rules new library-report', 'writes library-report/outline.json and four more files'],
    ['rules check library-report', 'says what is wrong with them, or how much they hold'],
    ['extract report.pdf --rules library-report', 'reads a report by them'],
  ],
}
