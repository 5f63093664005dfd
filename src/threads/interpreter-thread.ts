import { receiveMessageOnPort } from 'node:worker_threads'
import { interpret, prepare, toResult } from '../interpret.ts'
import { readReport } from '../pipeline.ts'
import type { Rules } from '../rules/load-rules.ts'
import type { SourceDocument } from '../source/source-document.ts'
import { readText } from '../text/read-text.ts'
import { answerTasks } from './answer-tasks.ts'
import type { DocumentPlace, InterpretTask, Question, Work } from './work.ts'

/*
 * Runs in a thread of its own: makes of documents what is asked for. What only some questions need is loaded for them.
 */

let known: Rules | null = null

answerTasks<InterpretTask, never, Work[keyof Work]['answer'] | null>((task) => {
  const rules = sameRules(task.rules)
  if (task.kind === 'ask') return answer(receive(task.place), rules, task.question)
  prepare(rules)
  return null
})

/** Rules arrive as a copy each time; what was made of the first copy holds for all. */
function sameRules(rules: Rules): Rules {
  known = known?.sha256 === rules.sha256 ? known : rules
  return known
}

function receive(place: DocumentPlace): SourceDocument {
  if ('bytes' in place) return readText(place.bytes, place.limits)
  const received = receiveMessageOnPort(place.port) as { readonly message: SourceDocument } | undefined
  place.port.close()
  if (received === undefined) throw new Error('the document did not arrive')
  return received.message
}

async function answer(document: SourceDocument, rules: Rules, question: Question): Promise<Work[keyof Work]['answer']> {
  if (question.kind === 'extract') return interpret(document, rules, question)
  const reading = readReport(document, rules)
  if (question.kind === 'fit') {
    const { measureFit } = await import('../fit/measure-fit.ts')
    const { suggestEdits } = await import('../fit/suggest-edits.ts')
    const fit = measureFit(reading, rules)
    return { fit, suggestions: suggestEdits(fit.findings, rules) }
  }
  const { followTrails } = await import('../explain/trails.ts')
  const trails = followTrails({ document, reading, rules, result: toResult(document, reading, rules, question) })
  if (question.kind === 'page') {
    const { explainPage, pageRange } = await import('../explain/explain-page.ts')
    return explainPage(trails, question.page) ?? { range: pageRange(trails) }
  }
  const { explainPointer } = await import('../explain/explain-pointer.ts')
  return explainPointer(trails, question.path)
}
