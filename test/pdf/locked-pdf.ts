import { createHash } from 'node:crypto'
import { rawPdf } from './raw-pdf.ts'

/** Passwords are filled up with these bytes (ISO 32000-1, 7.6.3.3). */
const FILLING = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex')
/** Bytes of a key of 40 bits. */
const KEY = 5
/** All is allowed; and all but to copy text. */
const PERMISSIONS = { everything: -4, copyingForbidden: -20 } as const

/** A PDF with one page, encrypted with RC4 and 40 bits, the way that takes the fewest lines. */
export function lockedPdf(
  content: string,
  passwords: { readonly user: string; readonly owner: string },
  allowed: keyof typeof PERMISSIONS = 'everything',
): Uint8Array {
  const permissions = Buffer.alloc(4)
  permissions.writeInt32LE(PERMISSIONS[allowed])
  const owner = rc4(md5(filled(passwords.owner)).subarray(0, KEY), filled(passwords.user))
  const key = md5(filled(passwords.user), owner, permissions, Buffer.from([0])).subarray(0, KEY)
  const user = rc4(key, FILLING)
  // The content of the first page is object 101.
  const ofContent = md5(key, Buffer.from([101, 0, 0, 0, 0])).subarray(0, KEY + 5)
  const encrypt = `<< /Filter /Standard /V 1 /R 2 /P ${PERMISSIONS[allowed]} /O <${owner.toString('hex')}> /U <${user.toString('hex')}> >>`
  return rawPdf({
    pages: [{ content: rc4(ofContent, Buffer.from(content, 'latin1')).toString('latin1') }],
    trailer: `/ID [<00> <00>] /Encrypt ${encrypt}`,
  })
}

function filled(password: string): Buffer {
  return Buffer.concat([Buffer.from(password, 'latin1'), FILLING]).subarray(0, FILLING.length)
}

function md5(...parts: readonly Buffer[]): Buffer {
  return createHash('md5').update(Buffer.concat(parts)).digest()
}

/** The cipher itself: newer systems leave it out. */
function rc4(key: Buffer, data: Buffer): Buffer {
  const box = Uint8Array.from({ length: 256 }, (_, index) => index)
  const swap = (one: number, other: number): void => {
    ;[box[one], box[other]] = [box[other] ?? 0, box[one] ?? 0]
  }
  for (let at = 0, other = 0; at < 256; at += 1) {
    other = (other + (box[at] ?? 0) + (key[at % key.length] ?? 0)) % 256
    swap(at, other)
  }
  let other = 0
  return Buffer.from(
    data.map((byte, index) => {
      const at = (index + 1) % 256
      other = (other + (box[at] ?? 0)) % 256
      swap(at, other)
      return byte ^ (box[((box[at] ?? 0) + (box[other] ?? 0)) % 256] ?? 0)
    }),
  )
}
