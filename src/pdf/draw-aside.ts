import { Worker } from 'node:worker_threads'
import type { DrawReply, DrawTask, Picture } from './draw-messages.ts'

/**
 * Draws parts of a PDF in a thread of its own, which ends with it. Never rejects: where the thread breaks down each
 * picture says so.
 *
 * @returns a picture for each region; `no-package` where the optional package that draws is not there
 */
export function drawAside(task: DrawTask): Promise<readonly Picture[] | 'no-package'> {
  return new Promise((resolve) => {
    const thread = new Worker(new URL('../pdf/draw-thread.js', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: task.maxMemory },
    })
    const fail = (failure: string): void => resolve(task.regions.map(() => ({ failure })))
    thread.once('message', (reply: DrawReply) => {
      if (reply.kind === 'pictures') resolve(reply.pictures)
      else fail(reply.message)
    })
    thread.once('error', (error) => fail(error.message))
    thread.once('exit', () => fail('the thread that draws ended'))
    thread.postMessage(task)
  })
}
