import { expect, test } from 'vitest'
import { RulesError } from '../../src/rules/rules-error.ts'

test('one line counts the faults, one more stands for each', () => {
  const error = new RulesError('my-rules', [
    { file: 'outline.json', where: '/sections/0/key', line: 34, what: 'a key is camelCase' },
    { file: 'lists.json', where: '', line: null, what: 'this file is missing' },
  ])
  expect(error.message).toBe(
    [
      'The rules in my-rules cannot be used (2 faults):',
      '  outline.json:34 /sections/0/key: a key is camelCase',
      '  lists.json: this file is missing',
    ].join('\n'),
  )
})
