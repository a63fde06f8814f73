// Decides when a mini program need not be compiled again: when nothing that decided the last result has changed.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CompiledApp } from '../bundle-format'
import { inRepository } from '../server/repository'
import { compileApp, type CompileResult } from './compile-app'
import { readTime, type PieceCache } from './piece-cache'
import { findAppRoot } from './read-project'
import { SourceFolder } from './source-folder'

interface Kept {
  inputs: [file: string, time: number][]
  compiled: CompiledApp
  templates: string
}

/**
 * Compiles a mini program, or takes the kept result when every file it read, or looked for in vain, is as it was.
 * The compiler's own sources count as well.
 * @param pieces what this process compiled before
 */
export async function compileCached(path: string, pieces?: PieceCache): Promise<CompileResult> {
  const file = cacheFile(path)
  const kept = readKept(file)
  if (kept?.inputs.every(([input, time]) => readTime(input) === time)) {
    const folder = new SourceFolder(findAppRoot(path))
    return { compiled: kept.compiled, templates: kept.templates, inputs: new Map(kept.inputs), folder }
  }
  const result = await compileApp(path, {}, pieces)
  for (const source of compilerSources()) result.inputs.set(source, readTime(source))
  keep(file, { inputs: [...result.inputs], compiled: result.compiled, templates: result.templates })
  return result
}

function cacheFile(path: string): string {
  const key = createHash('sha256').update(path).digest('hex').slice(0, 16)
  return inRepository('node_modules', '.cache', 'class-pact', `phone-app-${key}.json`)
}

function readKept(file: string): Kept | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept
  } catch {
    return undefined
  }
}

/** Written beside and moved into place, so that nobody reads half of it. A cache that cannot be written is no fault. */
function keep(file: string, result: Kept): void {
  const draft = `${file}.${process.pid}`
  try {
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(draft, JSON.stringify(result))
    renameSync(draft, file)
  } catch (error) {
    console.warn(`the compiled mini program was not kept: ${String(error)}`)
  }
}

function compilerSources(): string[] {
  const folder = inRepository('local', 'phone', 'compile')
  const files = readdirSync(folder).map((name) => join(folder, name))
  return [
    ...files,
    inRepository('local', 'phone', 'built-in-tags.ts'),
    inRepository('local', 'phone', 'bundle-format.ts'),
  ]
}
