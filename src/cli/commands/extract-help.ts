import type { HelpPage } from '../format-help.ts'
import { READING_OPTIONS } from '../reading-options.ts'

export const extractHelp: HelpPage = {
  purpose: 'Reads reports and writes each as validated JSON.',
  usage: ['extract INPUT… [options]'],
  text: [
    'INPUT is a PDF, its text, a folder or a glob such as "reports/**/*.pdf". A folder means every .pdf and .txt file',
    'below it. Whether a file is a PDF or text is seen from its content, not from its name.',
    '',
    'For each input a folder with its name is made in the output folder. It holds report.json and, of the same run,',
    'report.provenance.json, which says where each value was read. Inputs of the same name get the extension or the',
    'folder they lie in added. The output folder itself gets report.schema.json.',
    '',
    'Where a document leaves it open whether a hyphen at a line end is the author’s, the words of the other inputs are',
    'asked. Given alone, an input is read by itself.',
  ],
  options: {
    out: { short: 'o', value: 'FOLDER', help: 'where the results go; "output" without it' },
    rules: { value: 'FOLDER', help: 'rules of the report family; without it those of this package' },
    ledger: { help: 'write report.ledger.json too: where each character of the input ended' },
    figures: { help: 'save a picture of each chart beside the report; needs the optional package @napi-rs/canvas' },
    corrections: { value: 'FILE', help: 'put right what this file says was read wrong; one input only' },
    edition: { value: 'NAME', help: 'edition, where the document does not name it or names it wrongly' },
    ...READING_OPTIONS,
    jobs: { short: 'j', value: 'N', help: 'inputs that are read side by side, at most one per core; 2 without it' },
    shard: { value: 'I/N', help: 'read the I-th of N parts of the inputs, each by itself; for several machines' },
    stdout: { help: 'print report.json of the one input instead of writing files' },
    strict: { help: 'warnings count as errors for the exit code' },
    quiet: { short: 'q', help: 'print errors only, and no progress' },
    verbose: { short: 'v', help: 'print remarks (infos) as well, and where in the program a failure arose' },
    help: { short: 'h', help: 'show this page' },
  },
  examples: [
    ['extract report.pdf', 'writes output/report/report.json'],
    ['extract "editions/*/source.pdf" --out results --strict', 'reads all editions; warnings fail too'],
    ['extract report.txt --edition 2024 --stdout > report.json', 'prints one report and writes no files'],
  ],
}
