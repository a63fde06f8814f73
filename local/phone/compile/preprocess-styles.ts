// Decides how a unit's sheet is found, and how LESS and SCSS become WXSS: 「编译插件」.
import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ProblemList } from './problems'
import type { CompilerPlugin } from './read-project'
import type { SourceFolder } from './source-folder'

export interface Sheet {
  file: string
  text: string
}
interface LessError {
  message: string
  line?: number
  column?: number
}
type Preprocessor = (disk: string, text: string) => Promise<{ css: string; read: string[] }>

const IMPORT = /(@(?:import|use|forward)\s+)(['"])([^'"]+)\2/g

const DIALECTS: { extension: string; plugin: CompilerPlugin; run: Preprocessor }[] = [
  { extension: '.less', plugin: 'less', run: runLess },
  { extension: '.scss', plugin: 'sass', run: runSass },
  { extension: '.sass', plugin: 'sass', run: runSass },
]

/** The sheet of `app` or of a unit, as WXSS; undefined when it has none. */
export async function readSheet(
  folder: SourceFolder,
  path: string,
  plugins: CompilerPlugin[],
  problems: ProblemList,
): Promise<Sheet | undefined> {
  const plain = `${path}.wxss`
  if (folder.has(plain)) return { file: plain, text: folder.read(plain) }
  const dialect = DIALECTS.find(({ extension }) => folder.has(path + extension))
  if (!dialect) return undefined
  const file = path + dialect.extension
  if (!plugins.includes(dialect.plugin)) {
    const message = `not compiled: "useCompilerPlugins" in project.config.json does not name "${dialect.plugin}"`
    problems.add({ file, message })
    return undefined
  }
  const disk = folder.toDisk(file)
  try {
    const { css, read } = await dialect.run(disk, adaptImports(folder.read(file), folder.root, dialect.plugin))
    for (const input of read) folder.inputs.set(input, statSync(input, { throwIfNoEntry: false })?.mtimeMs ?? 0)
    return { file, text: css }
  } catch (error) {
    problems.add({ file, ...describeFault(error) })
    return undefined
  }
}

/** Imports of WXSS stay for the compiler of WXSS; a leading slash means the mini program's root. */
function adaptImports(text: string, root: string, plugin: CompilerPlugin): string {
  return text.replace(IMPORT, (match, keyword: string, quote: string, target: string) => {
    if (target.endsWith('.wxss')) return `${keyword}${plugin === 'less' ? '(css) ' : ''}url(${quote}${target}${quote})`
    return target.startsWith('/') ? `${keyword}${quote}${root}${target}${quote}` : match
  })
}

async function runLess(disk: string, text: string): ReturnType<Preprocessor> {
  const { default: less } = await import('less')
  const { css, imports } = await less.render(text, { filename: disk, paths: [dirname(disk)] })
  return { css, read: imports }
}

async function runSass(disk: string, text: string): ReturnType<Preprocessor> {
  const { compileString, Logger } = await import('sass')
  const { css, loadedUrls } = compileString(text, {
    loadPaths: [dirname(disk)],
    syntax: disk.endsWith('.sass') ? 'indented' : 'scss',
    logger: Logger.silent,
  })
  return { css, read: loadedUrls.map((url) => fileURLToPath(url)) }
}

/** Both name the place, each in its own way. */
function describeFault(error: unknown): { line?: number; column?: number; message: string } {
  const { message, line, column } = error as LessError
  const { span, sassMessage } = error as { span?: { start: { line: number; column: number } }; sassMessage?: string }
  if (span) return { line: span.start.line + 1, column: span.start.column + 1, message: sassMessage ?? message }
  return { ...(line !== undefined && { line }), ...(column !== undefined && { column: column + 1 }), message }
}
