import './reader-surroundings.ts'
import process from 'node:process'
import type { MessagePort } from 'node:worker_threads'
import type { SourcePage } from '../source/source-document.ts'
import { answerTasks } from '../threads/answer-tasks.ts'
import { loadPdfjs } from './load-pdfjs.ts'
import { type OpenedDocument, readPages, type ReadPdfOptions, type ReadShare, stretchAt } from './read-pdf.ts'
import { type PageMessage, packPages } from './page-parcel.ts'

/*
 * Runs in a thread of its own and reads one PDF after the other, alone or together with other such threads. PDF.js is
 * loaded before the first is asked for.
 */

/** What a reader thread is asked to read. */
export interface ReadTask {
  readonly bytes: Uint8Array
  readonly options: Pick<ReadPdfOptions, 'password' | 'ignoreRestrictions' | 'limits' | 'without'>
  /** Where the pages go, in parcels. */
  readonly to: MessagePort
  /** How many stretches of pages have been taken by the readers of this document; they all share it. */
  readonly claims: Int32Array<SharedArrayBuffer>
  /** What the first reader has found of the document; undefined for that one. */
  readonly opened: OpenedDocument | undefined
}

/** What it tells while it reads: that it knows the document, that pages are done, what the text can do without. */
export type ReaderNews =
  | { readonly kind: 'opened'; readonly opened: OpenedDocument }
  | { readonly kind: 'pages'; readonly read: number; readonly total: number }
  | { readonly kind: 'extra'; readonly name: string | null }

/** Pages that travel ahead of the rest of their stretch, so that whoever takes them can begin. */
const AHEAD = 8

/** Seconds from one news about pages to the next: news of each would take longer than some pages. */
const BETWEEN_NEWS = 0.03

const strays: string[] = []
// What PDF.js rejects beside the way would end the thread; the document may lack what it was about.
process.on('unhandledRejection', (reason) => strays.push(String(reason)))

loadPdfjs().catch(() => undefined)
answerTasks<ReadTask, ReaderNews, ReadShare>(async ({ bytes, options, to, claims, opened }, tell) => {
  strays.length = 0
  let parcel: SourcePage[] = []
  const send = (total: number): void => {
    if (parcel.length === 0) return
    const packed = packPages(parcel)
    const message: PageMessage = { parcel: packed, total }
    to.postMessage(message, [packed.buffer])
    parcel = []
  }
  let read = 0
  let told = 0
  const tellPages = (total: number): void => {
    if (read > 0) tell({ kind: 'pages', read, total })
    read = 0
    told = process.uptime()
  }
  const share = await readPages(
    bytes,
    { ...options, onExtra: (name) => tell({ kind: 'extra', name }) },
    {
      *stretches(total) {
        for (const stretch of claimed(total, claims)) {
          yield stretch
          send(total)
        }
      },
      take: (page, total) => {
        parcel.push(page)
        if (page.number === AHEAD) send(total)
        read += 1
        if (process.uptime() - told > BETWEEN_NEWS) tellPages(total)
      },
      onOpened: (found) => tell({ kind: 'opened', opened: found }),
      opened,
    },
  )
  tellPages(share.total)
  const notices = strays.map((words) => ({ kind: 'pdf-warning', page: null, words }) as const)
  return { ...share, frame: { ...share.frame, notices: [...share.frame.notices, ...notices] } }
})

function* claimed(total: number, claims: Int32Array<SharedArrayBuffer>): Generator<readonly number[]> {
  for (;;) {
    const stretch = stretchAt(Atomics.add(claims, 0, 1), total)
    if (stretch.length === 0) return
    yield stretch
  }
}
