// Decides when a mini program need not be compiled again: when nothing that decided the last result has changed.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { CompiledApp } from '../bundle-format'
import { takeKept } from '../server/kept-result'
import { inRepository } from '../server/repository'
import type { CompileResult } from './compile-app'
import { readTime, type PieceCache } from './piece-cache'
import { findAppRoot } from './read-project'
import { SourceFolder } from './source-folder'

interface Compiled {
  compiled: CompiledApp
  templates: string
}

/**
 * Compiles a mini program, or takes the kept result when every file it read, or looked for in vain, is as it was.
 * The compiler's own sources count as well.
 * @param pieces what this process compiled before
 */
export async function compileCached(path: string, pieces?: PieceCache): Promise<CompileResult> {
  const { value, inputs } = await takeKept<Compiled>(`app ${path}`, async () => {
    // The compiler is loaded only when there is something to compile.
    const { compileApp } = await import('./compile-app')
    const { compiled, templates, inputs: read } = await compileApp(path, {}, pieces)
    for (const source of compilerSources()) read.set(source, readTime(source))
    return { value: { compiled, templates }, inputs: [...read] }
  })
  return { ...value, inputs: new Map(inputs), folder: new SourceFolder(findAppRoot(path)) }
}

function compilerSources(): string[] {
  const folder = inRepository('local', 'phone', 'compile')
  const files = readdirSync(folder).map((name) => join(folder, name))
  return [
    ...files,
    inRepository('local', 'phone', 'built-in-tags.ts'),
    inRepository('local', 'phone', 'bundle-format.ts'),
    inRepository('local', 'phone', 'style-isolation.ts'),
  ]
}
