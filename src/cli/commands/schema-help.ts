import type { HelpPage } from '../format-help.ts'

export const schemaHelp: HelpPage = {
  purpose: 'Prints the JSON Schema (draft 2020-12) of report.json.',
  usage: ['schema [options]'],
  text: ['The fields of a report follow from the rules, so other rules have another schema.'],
  options: {
    rules: { value: 'FOLDER', help: 'rules of the report family; without it those of this package' },
    diff: { help: 'print the JSON Schema of what "diff --format json" prints instead' },
    verbose: { short: 'v', help: 'print where in the program a failure arose' },
    help: { short: 'h', help: 'show this page' },
  },
  examples: [['schema > report.schema.json', 'keeps the schema in a file']],
}
