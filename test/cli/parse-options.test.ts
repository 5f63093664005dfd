import { expect, test } from 'vitest'
import { Failure } from '../../src/cli/failure.ts'
import { parseOptions } from '../../src/cli/parse-options.ts'

const rules = {
  out: { short: 'o', value: 'FOLDER', help: '' },
  quiet: { short: 'q', help: '' },
  verbose: { short: 'v', help: '' },
}

test('options before, between and after what they apply to', () => {
  const { switches, values, positionals } = parseOptions(['-qv', 'a', '--out=x', 'b'], rules)
  expect([...switches]).toEqual(['quiet', 'verbose'])
  expect([...values]).toEqual([['out', 'x']])
  expect(positionals).toEqual(['a', 'b'])
})

test('after -- everything is an input', () => {
  expect(parseOptions(['--', '-q', '--out'], rules).positionals).toEqual(['-q', '--out'])
})

test('a value that begins with a hyphen has to touch its option', () => {
  expect(parseOptions(['--out=-x'], rules).values.get('out')).toBe('-x')
})

test.each([
  [['--qiet'], 'there is no option --qiet: Did you mean --quiet?'],
  [['--frobnicate'], 'there is no option --frobnicate: Known are --out, --quiet, --verbose.'],
  [['--constructor'], 'there is no option --constructor: Known are --out, --quiet, --verbose.'],
  [['-x'], 'there is no option -x: Known are --out, --quiet, --verbose.'],
  [['--no-quiet'], 'there is no option --no-quiet: Known are --out, --quiet, --verbose.'],
  [['--quiet=yes'], '--quiet takes no value: It was given "yes".'],
  [['--out'], '--out needs a value: Write --out FOLDER.'],
  [['--out='], '--out needs a value: Write --out FOLDER.'],
  [['--out', '--quiet'], '--out needs a value: Write --out FOLDER.'],
  [['-o', 'a', '--out', 'b'], '--out stands twice: It can have one value only.'],
])('%j', (argv, message) => {
  expect(() => parseOptions(argv, rules)).toThrow(Failure)
  expect(() => parseOptions(argv, rules)).toThrow(message)
})
