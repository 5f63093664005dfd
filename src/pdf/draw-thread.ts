import process from 'node:process'
import { parentPort } from 'node:worker_threads'
import { drawRegions } from './draw-regions.ts'
import { type DrawReply, type DrawTask } from './draw-messages.ts'

/*
 * Runs in a thread of its own and draws parts of one PDF. What PDF.js changes in its surroundings to draw stays here.
 */

// What PDF.js rejects beside the way would end the thread; the picture shows what is missing.
process.on('unhandledRejection', () => undefined)

parentPort?.once('message', (task: DrawTask) => {
  void drawRegions(task).then(
    (pictures) => reply({ kind: 'pictures', pictures }),
    (error: unknown) => reply({ kind: 'failure', message: error instanceof Error ? error.message : String(error) }),
  )
})

function reply(message: DrawReply): void {
  parentPort?.postMessage(message)
  parentPort?.close()
}
