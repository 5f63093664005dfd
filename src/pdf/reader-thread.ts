import './reader-surroundings.ts'
import process from 'node:process'
import type { MessagePort } from 'node:worker_threads'
import { answerTasks } from '../threads/answer-tasks.ts'
import { loadPdfjs } from './load-pdfjs.ts'
import { readPdf, type ReadPdfOptions } from './read-pdf.ts'

/*
 * Runs in a thread of its own and reads one PDF after the other. PDF.js is loaded before the first is asked for.
 */

/** What a reader thread is asked to read. */
export interface ReadTask {
  readonly bytes: Uint8Array
  readonly options: Pick<ReadPdfOptions, 'password' | 'ignoreRestrictions' | 'limits' | 'without'>
  /** Where the document goes, before the task is answered. */
  readonly to: MessagePort
}

/** What it tells while it reads: a page that is done, or that something begins that the text can do without. */
export type ReaderNews =
  | { readonly kind: 'page'; readonly done: number; readonly total: number }
  | { readonly kind: 'extra'; readonly name: string | null }

const strays: string[] = []
// What PDF.js rejects beside the way would end the thread; the document may lack what it was about.
process.on('unhandledRejection', (reason) => strays.push(String(reason)))

loadPdfjs().catch(() => undefined)
answerTasks<ReadTask, ReaderNews, null>(async ({ bytes, options, to }, tell) => {
  strays.length = 0
  const document = await readPdf(bytes, {
    ...options,
    onPage: (done, total) => tell({ kind: 'page', done, total }),
    onExtra: (name) => tell({ kind: 'extra', name }),
  })
  const notices = strays.map((words) => ({ kind: 'pdf-warning', page: null, words }) as const)
  to.postMessage({ ...document, notices: [...document.notices, ...notices] })
  return null
})
