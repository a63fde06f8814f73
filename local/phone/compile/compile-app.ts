// Decides what a mini program folder becomes: one compiled app, and the problems found on the way.
import type { CompiledApp, ThemeVariables } from '../bundle-format'
import { isScoped } from '../style-isolation'
import { compileScripts, findScript } from './compile-scripts'
import { compileStyles } from './compile-styles'
import { compileTemplates } from './compile-templates'
import { PieceCache } from './piece-cache'
import { ProblemList } from './problems'
import { readJson } from './read-json'
import { findAppRoot, readProject } from './read-project'
import { readUnits } from './read-units'
import { SourceFolder } from './source-folder'

export interface CompileResult {
  compiled: CompiledApp
  /** JavaScript expression of all templates. */
  templates: string
  /** Disk path → modification time of all that was read. */
  inputs: Map<string, number>
  /** The folder assets are served from. */
  folder: SourceFolder
}

/**
 * Compiles a mini program.
 * @param path the folder with app.json, or one whose project.config.json names it (`miniprogramRoot`)
 * @param packages npm packages whose mini program files lie elsewhere than in node_modules
 * @param pieces what was compiled before: only what changed since then is compiled again
 */
export async function compileApp(
  path: string,
  packages: Record<string, string> = {},
  pieces = new PieceCache(),
): Promise<CompileResult> {
  const folder = new SourceFolder(findAppRoot(path), packages)
  const { appId, plugins, npm } = readProject(folder.root, folder.inputs)
  folder.npm = npm
  const problems = new ProblemList()
  const { app, pages, units: byPath, customTabBar } = readUnits(folder, problems)
  const units = Object.values(byPath)
  units.forEach((unit, index) => {
    // A script's options are known when it runs: until then the sheet has a scope, which the runtime takes away again.
    const usual = unit.component || mentionsIsolation(folder, unit.path) ? 'isolated' : 'shared'
    if (isScoped(unit.styleIsolation ?? usual)) unit.scope = `s${index}`
  })
  const styles = await compileStyles(folder, units, plugins, problems, pieces)
  const templates = compileTemplates(folder, units, problems)
  const { modules, appScript } = await compileScripts(folder, units, problems, pieces)
  if (!appScript) problems.add({ file: 'app.js', message: 'missing, and no app.ts' })
  const compiled: CompiledApp = {
    app,
    appId,
    pages,
    units: byPath,
    ...(appScript && { appScript }),
    ...(customTabBar && { customTabBar }),
    modules,
    styles,
    theme: readTheme(folder, app.themeLocation, problems),
    problems: problems.items,
  }
  return { compiled, templates, inputs: folder.inputs, folder }
}

function mentionsIsolation(folder: SourceFolder, path: string): boolean {
  const script = findScript(folder, path)
  return script !== undefined && folder.read(script).includes('styleIsolation')
}

function readTheme(folder: SourceFolder, file: string | undefined, problems: ProblemList): CompiledApp['theme'] {
  const none = { light: {}, dark: {} }
  return file ? { ...none, ...readJson<{ light: ThemeVariables; dark: ThemeVariables }>(folder, file, problems) } : none
}
