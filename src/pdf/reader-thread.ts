import './reader-surroundings.ts'
import process from 'node:process'
import { parentPort } from 'node:worker_threads'
import { loadPdfjs } from './load-pdfjs.ts'
import { readPdf } from './read-pdf.ts'
import { packError, type ReadTask, type ThreadReply } from './thread-messages.ts'

/*
 * Runs in a thread of its own and reads one PDF after the other. PDF.js is loaded before the first is asked for.
 */

const strays: string[] = []
// What PDF.js rejects beside the way would end the thread; the document may lack what it was about.
process.on('unhandledRejection', (reason) => strays.push(String(reason)))

loadPdfjs().catch(() => undefined)
parentPort?.on('message', (task: ReadTask) => void read(task).then(reply))

async function read({ bytes, password }: ReadTask): Promise<ThreadReply> {
  strays.length = 0
  const onPage = (done: number, total: number): void => {
    reply({ kind: 'page', done, total })
  }
  try {
    const document = await readPdf(bytes, { onPage, ...(password === undefined ? {} : { password }) })
    const notices = strays.map((words) => ({ kind: 'pdf-warning', page: null, words }) as const)
    return { kind: 'document', document: { ...document, notices: [...document.notices, ...notices] } }
  } catch (error) {
    return { kind: 'failure', error: packError(error) }
  }
}

function reply(message: ThreadReply): void {
  parentPort?.postMessage(message)
}
