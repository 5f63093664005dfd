import { expect, test } from 'vitest'
import { nameInAddress } from '../../src/contacts/name-in-address.ts'

test.for([
  [['Ina', 'Quast'], 'ina.quast@a.example', 'full'],
  [['Ina', 'Quast'], 'quast.ina@a.example', 'full'],
  [['Ina', 'Quast'], 'inaquast@a.example', 'full'],
  [['Ina', 'Quast'], 'i.quast@a.example', 'initial'],
  [['Ina', 'Quast'], 'iquast@a.example', 'initial'],
  [['Ina', 'Quast'], 'quast@a.example', 'last'],
  [['Hanne', 'Quast'], 'johanne.quast@a.example', 'full'],
  [['Uta', 'Grün-Mögel'], 'uta.gruen-moegel@a.example', 'full'],
  [['Uta', 'Grün-Mögel'], 'uta.grunmogel@a.example', 'full'],
  [['Jürgen', 'Weiß'], 'juergen.weiss@a.example', 'full'],
  [['Ina', 'Quast'], 'ina@a.example', null],
  [['Ina', 'Quast'], 'karl.quast@a.example', null],
  [['Ina', 'Quast'], 'info@a.example', null],
] as const)('%s in %s: %s', ([words, email, expected]) => {
  expect(nameInAddress(words, email)).toBe(expected)
})
