import { expect, test } from 'vitest'
import { packPages } from '../../src/pdf/page-parcel.ts'
import { rehearse } from '../../src/threads/rehearse.ts'
import { rules, typedDocument } from '../layout/typed-page.ts'

const decoder = new TextDecoder()

test('a rehearsal goes all the way to the files', () => {
  const { pages } = typedDocument(['3 Auental {16}', '3.2 Organisation {13}', 'Steuerung              Amt am Fluss'])
  const { files } = rehearse(packPages(pages), rules)
  const report = files.get('report.json') ?? []
  expect(report.map((part) => decoder.decode(part)).join('')).toContain('"name": "Auental"')
})
