import { expect, test } from 'vitest'
import { generateTypes } from '../../src/report/generate-types.ts'
import { loadRules } from '../../src/rules/load-rules.ts'
import { copyRules, editRules } from '../rules/rules-folder.ts'

// `npm run generate` writes it anew.
test('the types in the repository are those of the rules', async () => {
  await expect(generateTypes(await loadRules())).toMatchFileSnapshot('../../rules/stadtprofile/report.generated.ts')
})

test('a column added to the rules is a field of the record', async () => {
  const folder = await copyRules()
  const column = '{ "key": "costs", "label": "Kosten", "kind": "richText", "mayBeEmpty": true }'
  await editRules(folder, 'outline.json', '"columns": [', `"columns": [${column},`)
  const before = generateTypes(await loadRules()).split('\n')
  const added = generateTypes(await loadRules(folder))
    .split('\n')
    .filter((line) => !before.includes(line))
  expect(added).toEqual(['  readonly costs: RichText'])
})
