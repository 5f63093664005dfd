import { MessageChannel } from 'node:worker_threads'
import { expect, test } from 'vitest'
import type { PageMessage } from '../../src/pdf/page-parcel.ts'
import { receiveLines } from '../../src/threads/receive-document.ts'
import { rules } from '../layout/typed-page.ts'

test('pages that cannot be made lines of fail the document, not the thread', async () => {
  const pages = new MessageChannel()
  const end = new MessageChannel()
  const delivery = { pages: [pages.port1], end: end.port1, keep: null }
  const lines = receiveLines(delivery, rules.settings, () => undefined)
  const message: PageMessage = { parcel: new Uint8Array([1, 2, 3]), total: 1 }
  pages.port2.postMessage(message)
  await expect(lines).rejects.toThrow(Error)
})

test('a document that does not arrive fails', async () => {
  const pages = new MessageChannel()
  const end = new MessageChannel()
  const delivery = { pages: [pages.port1], end: end.port1, keep: null }
  const lines = receiveLines(delivery, rules.settings, () => undefined)
  end.port2.postMessage(null)
  await expect(lines).rejects.toThrow('did not arrive')
})
