import type { HostileFile } from './hostile-file.ts'

const LINE = 'Altenrode am See\n'
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Texts that are none, or none that can be held. */
export const TEXT_FILES: readonly HostileFile[] = [
  { name: 'text-empty.txt', bytes: () => new Uint8Array(), comes: 'no-text' },
  { name: 'text-of-blanks.txt', bytes: () => utf8(' \n\t\u00a0\f\n'.repeat(1000)), comes: 'no-text' },
  { name: 'text-latin-1.txt', bytes: () => Buffer.from('Grüße aus Altenrode\n', 'latin1'), comes: 'not-a-pdf' },
  { name: 'text-utf-16.txt', bytes: () => Buffer.from(`\uFEFF${LINE}`, 'utf16le'), comes: 'not-a-pdf' },
  {
    name: 'text-broken-utf-8.txt',
    bytes: () => Buffer.from([0x41, 0xc3, 0x28, 0xed, 0xa0, 0x80, 0xff, 0xfe]),
    comes: 'not-a-pdf',
  },
  { name: 'text-with-nul.txt', bytes: () => utf8(`${LINE}\0${LINE}`), comes: 'not-a-pdf' },
  {
    name: 'text-that-steers-terminals.txt',
    bytes: () => utf8(`\u001b[2J\u001b]0;Titel\u0007${LINE}\u202e${LINE}`),
    comes: 'told',
  },
  { name: 'text-one-line-of-4-megabytes.txt', bytes: () => utf8('Altenrode '.repeat(400_000)), comes: 'read' },
  { name: 'text-one-word-of-4-megabytes.txt', bytes: () => utf8('a'.repeat(4_000_000)), comes: 'read' },
  { name: 'text-a-million-lines.txt', bytes: () => utf8('Au\n'.repeat(1_000_000)), comes: 'limited' },
  { name: 'text-200000-pages.txt', bytes: () => utf8('Au\f'.repeat(200_000)), comes: 'too-many-pages' },
  {
    name: 'text-blank-lines-2-million.txt',
    bytes: () => utf8(`${LINE}${'\n'.repeat(2_000_000)}${LINE}`),
    comes: 'read',
  },
  {
    name: 'text-gaps-in-all-lines.txt',
    bytes: () => utf8('Au     See     Ort     Tal\n'.repeat(20_000)),
    comes: 'read',
  },
  { name: 'text-hyphens-at-all-ends.txt', bytes: () => utf8('Altenrode-\nam-\nSee-\n'.repeat(10_000)), comes: 'read' },
  {
    name: 'text-headings-only.txt',
    bytes: () => utf8(Array.from({ length: 10_000 }, (_, n) => `1.${n} Altenrode\n`).join('')),
    comes: 'read',
  },
]
