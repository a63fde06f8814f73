// Decides how the little state outside the database is kept: one JSON file, replaced as a whole.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

export class JsonFile<T> {
  private value: T

  constructor(
    private readonly path: string,
    initial: T,
  ) {
    this.value = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : structuredClone(initial)
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
