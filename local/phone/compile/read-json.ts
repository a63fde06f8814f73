// Decides how a JSON file of the mini program is read, and what is said about one that WeChat would refuse.
import { transformSync, type TransformFailure } from 'esbuild'
import { locate, type ProblemList } from './problems'
import type { SourceFolder } from './source-folder'

const STRING_OR_COMMENT = /"(?:\\.|[^"\\\n])*"|\/\/[^\n]*|\/\*[^]*?\*\//g

/** Reads a JSON file; a syntax error becomes a problem with its line. */
export function readJson<T>(folder: SourceFolder, file: string, problems: ProblemList): T | undefined {
  if (!folder.has(file)) {
    problems.add({ file, message: 'missing' })
    return undefined
  }
  const text = folder.read(file)
  // An empty file is an empty object, as in DevTools.
  if (text.trim() === '') return {} as T
  const plain = blankComments(text, (offset) =>
    problems.add({ file, ...locate(text, offset), message: 'a comment: WeChat takes none in JSON' }),
  )
  try {
    return JSON.parse(plain) as T
  } catch (error) {
    problems.add({ file, ...describeFault(plain, error) })
    return undefined
  }
}

/** Comments become spaces, so that every place in the file stays where it is. */
export function blankComments(text: string, onFirst: (offset: number) => void = () => undefined): string {
  let told = false
  return text.replace(STRING_OR_COMMENT, (match, offset: number) => {
    if (match.startsWith('"')) return match
    if (!told) onFirst(offset)
    told = true
    return match.replace(/[^\n]/g, ' ')
  })
}

/** The place and the reason, from a parser that names both. */
function describeFault(text: string, error: unknown): { line?: number; column?: number; message: string } {
  try {
    transformSync(text, { loader: 'json', logLevel: 'silent' })
  } catch (fault) {
    const [first] = (fault as Partial<TransformFailure>).errors ?? []
    if (first?.location) {
      const { line, column } = first.location
      return { line, column: column + 1, message: `not valid JSON: ${first.text}` }
    }
  }
  return { message: `not valid JSON: ${(error as Error).message}` }
}
