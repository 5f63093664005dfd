import process from 'node:process'
import { parentPort, type Transferable } from 'node:worker_threads'
import { packError, type ThreadReply } from './thread-messages.ts'

/** Answers a task; `tell` takes news while it works. */
export type Answer<Task, News, Result> = (task: Task, tell: (news: News) => void) => Promise<Result> | Result

/**
 * Runs in a thread of its own: answers each task it is given, one after the other.
 *
 * @param partsOf what of a result is handed over instead of copied
 */
export function answerTasks<Task, News, Result>(
  answer: Answer<Task, News, Result>,
  partsOf: (result: Result) => readonly Transferable[] = () => [],
): void {
  const post = (reply: ThreadReply<News, Result>): void => {
    parentPort?.postMessage(reply, reply.kind === 'result' ? partsOf(reply.result) : [])
  }
  const work = async (task: Task): Promise<void> => {
    try {
      const result = await answer(task, (news) => post({ kind: 'news', news }))
      post({ kind: 'result', result, heap: process.memoryUsage().heapTotal })
    } catch (error) {
      post({ kind: 'failure', error: packError(error) })
    }
  }
  parentPort?.on('message', (task: Task) => void work(task))
  post({ kind: 'loaded' })
}
