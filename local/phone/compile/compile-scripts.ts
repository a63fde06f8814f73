// Decides how TypeScript and JavaScript become CommonJS modules with every require resolved to a path.
import { resolve } from 'node:path'
import { build, transform } from 'esbuild'
import type { Unit } from '../bundle-format'
import { readTime, type PieceCache } from './piece-cache'
import { formatProblem, locate, type ProblemList } from './problems'
import { resolveReference, type SourceFolder } from './source-folder'

/** Also 「分包异步化」: with call-backs, and `require.async`. */
const REQUIRE = /\brequire(?<later>\.async)?\(\s*(?<quote>['"])(?<target>[^'"]+)\k<quote>\s*(?=[,)])/g

/** Compiles the app's script, every unit's script and all they require. Also fills in `unit.script`. */
export async function compileScripts(
  folder: SourceFolder,
  units: Unit[],
  problems: ProblemList,
  pieces: PieceCache,
): Promise<{ modules: Record<string, string>; appScript?: string }> {
  const modules: Record<string, string> = {}
  const aliases = JSON.stringify(folder.aliases)
  const appScript = findScript(folder, 'app')
  let wave = appScript ? [appScript] : []
  for (const unit of units) {
    const script = findScript(folder, unit.path)
    if (script) wave.push((unit.script = script))
    else if (folder.has(`${unit.path}.wxml`))
      problems.add({ file: `${unit.path}.ts`, message: 'the unit has no script' })
  }
  while (wave.length > 0) {
    const required = await Promise.all(
      wave.map(async (path) => {
        modules[path] = ''
        const { code, targets } = await pieces.take(`script ${path} ${aliases}`, folder, problems, (source, faults) =>
          compileScript(source, path, faults),
        )
        modules[path] = code
        return targets
      }),
    )
    wave = [...new Set(required.flat())].filter((path) => !(path in modules))
  }
  return { modules, ...(appScript && { appScript }) }
}

async function compileScript(
  folder: SourceFolder,
  path: string,
  problems: ProblemList,
): Promise<{ code: string; targets: string[] }> {
  const source = folder.read(path)
  const targets: string[] = []
  try {
    if (folder.isPackageMain(path)) return { code: await bundlePackage(folder, path), targets }
    const { code } = await transform(source, {
      loader: path.endsWith('.ts') ? 'ts' : path.endsWith('.json') ? 'json' : 'js',
      format: 'cjs',
      target: 'es2020',
      sourcefile: path,
    })
    const linked = code.replace(REQUIRE, (match, ...rest: unknown[]) => {
      const { target = '', later = '' } = rest.at(-1) as Record<string, string | undefined>
      const found = resolveScript(folder, path, target)
      if (found) targets.push(found)
      else
        problems.add({ file: path, ...locate(source, source.indexOf(target)), message: `module "${target}" not found` })
      return found ? `require${later}(${JSON.stringify(found)}` : match
    })
    return { code: linked, targets }
  } catch (error) {
    for (const { text, location } of (error as { errors?: EsbuildMessage[] }).errors ?? [{ text: String(error) }]) {
      problems.add({ file: path, ...(location && { line: location.line, column: location.column + 1 }), message: text })
    }
    const place = problems.items.find((problem) => problem.file === path)
    const message = `${path} did not compile: ${place ? formatProblem(place) : String(error)}`
    return { code: `throw new SyntaxError(${JSON.stringify(message)})`, targets: [] }
  }
}

/** 「构建 npm」: a package for everybody becomes one script, with all it requires inside. */
async function bundlePackage(folder: SourceFolder, path: string): Promise<string> {
  const { outputFiles, metafile } = await build({
    entryPoints: [folder.toDisk(path)],
    bundle: true,
    metafile: true,
    write: false,
    format: 'cjs',
    platform: 'browser',
    mainFields: ['main'],
    target: 'es2020',
    logLevel: 'silent',
  })
  for (const input of Object.keys(metafile.inputs).map((name) => resolve(name)))
    folder.inputs.set(input, readTime(input))
  return outputFiles[0]?.text ?? ''
}

interface EsbuildMessage {
  text: string
  location?: { line: number; column: number }
}

function resolveScript(folder: SourceFolder, from: string, target: string): string | undefined {
  return resolveReference(folder, from, target, (path) => findScript(folder, path))
}

/** The script of a path without its ending. */
export function findScript(folder: SourceFolder, path: string): string | undefined {
  const candidates = [path, `${path}.ts`, `${path}.js`, `${path}/index.ts`, `${path}/index.js`]
  return candidates.find((file) => /\.(ts|js|json)$/.test(file) && !file.endsWith('.d.ts') && folder.has(file))
}
