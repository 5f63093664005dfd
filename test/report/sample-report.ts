import type { FamilyReport } from '../../rules/stadtprofile/report.generated.ts'

const TEXT = {
  text: 'Beratung\nFahrdienste',
  blocks: [
    { kind: 'paragraph', marker: null, level: 1, text: 'Beratung' },
    { kind: 'item', marker: '▪', level: 1, text: 'Fahrdienste' },
  ],
} as const

const EMPTY = { text: '', blocks: [] } as const

/** A small valid report of an invented town; its type is the generated one, so that the compiler checks that too. */
export const SAMPLE: FamilyReport = {
  $schema: 'report.schema.json',
  schemaVersion: '1.0.0',
  edition: {
    id: '2031',
    title: 'Anlage Stadtprofile',
    source: { file: 'anlage.pdf', sha256: 'a'.repeat(64), kind: 'pdf', pages: 4 },
    extraction: {
      rules: { id: 'stadtprofile', sha256: 'b'.repeat(64) },
      program: { name: 'stadtprofile', version: '1.0.0' },
    },
  },
  cities: [
    {
      id: 'auental',
      number: 1,
      name: 'Landeshauptstadt Auental',
      pages: [2, 4],
      facts: { heading: { number: '1.1', title: 'Daten und Fakten' }, figures: [{ title: 'Bevölkerungsentwicklung' }] },
      organisation: {
        heading: { number: '1.2', title: 'Organisation' },
        steering: TEXT,
        delivery: EMPTY,
        taskDivision: TEXT,
        cooperationBodies: TEXT,
      },
      programme: {
        heading: { number: '1.3', title: 'Steuerung und Angebote der Seniorenhilfe' },
        goals: TEXT,
        fundingPriorities: TEXT,
        offers: [
          {
            id: 'lesecafe',
            name: 'Lesecafé',
            description: TEXT,
            contact: {
              text: 'Amt für Bücher Frau Ada Beispiel Tel. 030 23125 000 ada@auental.example',
              organisations: ['Amt für Bücher'],
              persons: [{ name: 'Ada Beispiel', salutation: 'Frau' }],
              addresses: [{ street: 'Am Anger 1', postalCode: '01234', city: 'Auental' }],
              phones: [{ text: '030 23125 000', e164: '+493023125000' }],
              emails: ['ada@auental.example'],
              urls: [],
              notes: [],
              sameAs: null,
            },
          },
          {
            id: 'singkreis',
            name: 'Singkreis',
            description: TEXT,
            contact: {
              text: 's. o.',
              organisations: ['Amt für Bücher'],
              persons: [],
              addresses: [],
              phones: [],
              emails: [],
              urls: [],
              notes: [],
              sameAs: 'lesecafe',
            },
          },
          { id: 'werkstatt', name: 'Werkstatt', description: EMPTY, contact: null },
        ],
      },
    },
    { id: 'bergfurt', number: 2, name: 'Bergfurt', pages: null, facts: null, organisation: null, programme: null },
  ],
  diagnostics: [
    {
      code: 'section/missing',
      severity: 'error',
      message: 'A section is missing.',
      page: 4,
      pointer: '/cities/1/facts',
    },
  ],
}
