// Decides how the little state outside the database is kept: one JSON file, replaced as a whole.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { describe } from './errors'

/** @throws an Error with one clear sentence when the file is no JSON */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`${path} is no JSON: ${describe(error)}`, { cause: error })
  }
}

export class JsonFile<T> {
  private value: T

  constructor(
    private readonly path: string,
    initial: T,
  ) {
    this.value = existsSync(path) ? (readJson(path) as T) : structuredClone(initial)
  }

  read(): T {
    return this.value
  }

  /** Changes the value and writes it before returning. */
  change<R>(how: (value: T) => R): R {
    const result = how(this.value)
    writeFileSync(`${this.path}.part`, JSON.stringify(this.value))
    renameSync(`${this.path}.part`, this.path)
    return result
  }
}
