// Decides when work of an earlier run need not be done again: when no file that decided its result has changed.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { readTime } from '../compile/piece-cache'
import { inRepository } from './repository'

/** A result, and the modification time of all it was made of (0 = there was no such file). */
interface Kept<T> {
  value: T
  inputs: [file: string, time: number][]
}

/**
 * Takes the kept result, or makes and keeps it.
 * @param name what the result is of
 */
export async function takeKept<T>(name: string, make: () => Promise<Kept<T>>): Promise<Kept<T>> {
  const key = createHash('sha256').update(name).digest('hex').slice(0, 16)
  const file = inRepository('node_modules', '.cache', 'class-pact', `phone-${key}.json`)
  const kept = read<T>(file)
  if (kept?.inputs.every(([input, time]) => readTime(input) === time)) return kept
  const result = await make()
  keep(file, result)
  return result
}

function read<T>(file: string): Kept<T> | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept<T>
  } catch {
    return undefined
  }
}

/** Written beside and moved into place, so that nobody reads half of it. A cache that cannot be written is no fault. */
function keep(file: string, result: Kept<unknown>): void {
  const draft = `${file}.${process.pid}`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(draft, JSON.stringify(result))
    renameSync(draft, file)
  } catch (error) {
    console.warn(`what was compiled is not kept: ${String(error)}`)
  }
}
