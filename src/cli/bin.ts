#!/usr/bin/env node
import process from 'node:process'
import { EXIT } from './exit-code.ts'
import { asFailure, formatFailure } from './failure.ts'
import { keepCompiledCode } from './compile-cache.ts'
import { isKeeping } from '../threads/run-script.ts'
import { tuneCompiler } from './tune-compiler.ts'

const argv = process.argv.slice(2)
const strays: unknown[] = []

// A stream that fails tells so to whoever writes to it; here it must only not end the program with a stack trace.
process.stdout.on('error', () => undefined)
process.stderr.on('error', () => undefined)

// Without these, what a library throws beside the way would end the program with exit code 1, "done".
process.on('unhandledRejection', reportStray)
process.on('uncaughtException', (error) => {
  reportStray(error)
  process.exit(EXIT.fault)
})

// Where nothing is left to wait for and the end was not reached, something never answered.
process.exitCode = EXIT.fault
process.once('beforeExit', reportSilence)

if (!isKeeping()) tuneCompiler()
if (!argv.includes('--no-cache')) keepCompiledCode(process.env)
void main()

async function main(): Promise<void> {
  const { stdin, stdout, stderr, env } = process
  const { run } = await import('./run.ts')
  const today = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length)
  const code = await run(argv, { stdin, stdout, stderr, today, cwd: process.cwd(), env })
  process.removeListener('beforeExit', reportSilence)
  process.exitCode = strays.length > 0 ? EXIT.fault : code
}

function reportStray(thrown: unknown): void {
  strays.push(thrown)
  process.exitCode = EXIT.fault
  process.stderr.write(formatFailure(asFailure(thrown), argv.includes('--verbose')))
}

function reportSilence(): void {
  reportStray(new Error('It waited for something that never came.'))
}
