import process from 'node:process'
import { parentPort } from 'node:worker_threads'
import { packError, type ThreadReply } from './thread-messages.ts'

/** Answers a task; `tell` takes news while it works. */
export type Answer<Task, News, Result> = (task: Task, tell: (news: News) => void) => Promise<Result> | Result

/** Runs in a thread of its own: answers each task it is given, one after the other. */
export function answerTasks<Task, News, Result>(answer: Answer<Task, News, Result>): void {
  const post = (reply: ThreadReply<News, Result>): void => parentPort?.postMessage(reply)
  const work = async (task: Task): Promise<void> => {
    try {
      const result = await answer(task, (news) => post({ kind: 'news', news }))
      post({ kind: 'result', result, heap: process.memoryUsage().heapTotal })
    } catch (error) {
      post({ kind: 'failure', error: packError(error) })
    }
  }
  parentPort?.on('message', (task: Task) => void work(task))
}
