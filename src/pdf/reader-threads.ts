import { Worker } from 'node:worker_threads'
import type { SourceDocument } from '../source/source-document.ts'
import type { ReadPdfOptions } from './read-pdf.ts'
import { damaged } from './with-document.ts'
import { type ReadTask, type ThreadReply, unpackError } from './thread-messages.ts'

/** Threads that wait for a document. They do not keep the process alive. */
const idle: Worker[] = []

/**
 * Reads a PDF as `readPdf` does, in a thread of its own: this one stays free, and what a damaged file does to PDF.js
 * stays there.
 *
 * @throws SourceError as `readPdf` does; `damaged` too where the thread breaks down
 */
export function readPdfAside(bytes: Uint8Array, options: ReadPdfOptions = {}): Promise<SourceDocument> {
  const thread = idle.pop() ?? startThread()
  thread.ref()
  return ask(thread, { bytes, password: options.password }, options.onPage)
}

function startThread(): Worker {
  const thread = new Worker(new URL('reader-thread.js', import.meta.url))
  // A thread that breaks down while it waits is only missed.
  thread.on('error', () => undefined)
  thread.once('exit', () => {
    const at = idle.indexOf(thread)
    if (at !== -1) idle.splice(at, 1)
  })
  return thread
}

function ask(thread: Worker, task: ReadTask, onPage: ReadPdfOptions['onPage']): Promise<SourceDocument> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void): void => {
      thread.off('message', onReply).off('error', onError).off('exit', onExit)
      settle()
    }
    const onReply = (reply: ThreadReply): void => {
      if (reply.kind === 'page') tell(reply.done, reply.total)
      else {
        // Before anyone can take it again: who does will hold the process alive.
        thread.unref()
        idle.push(thread)
        finish(() => {
          if (reply.kind === 'document') resolve(reply.document)
          else reject(unpackError(reply.error))
        })
      }
    }
    const tell = (done: number, total: number): void => {
      try {
        onPage?.(done, total)
      } catch (error) {
        finish(() => reject(error instanceof Error ? error : new Error(String(error))))
        void thread.terminate()
      }
    }
    const onError = (error: Error): void => finish(() => reject(damaged(error)))
    const onExit = (): void => finish(() => reject(damaged(new Error('the reader ended'))))
    thread.on('message', onReply).once('error', onError).once('exit', onExit)
    thread.postMessage(task)
  })
}
