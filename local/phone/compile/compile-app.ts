// Decides what a mini program folder becomes: one compiled app, and the problems found on the way.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { CompiledApp, ThemeVariables } from '../bundle-format'
import { compileScripts } from './compile-scripts'
import { compileStyles } from './compile-styles'
import { compileTemplates } from './compile-templates'
import { ProblemList } from './problems'
import { readJson, readUnits } from './read-units'
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
 */
export async function compileApp(path: string, packages: Record<string, string> = {}): Promise<CompileResult> {
  const folder = new SourceFolder(findAppRoot(path), packages)
  const problems = new ProblemList()
  const { app, pages, units: byPath, customTabBar } = readUnits(folder, problems)
  const units = Object.values(byPath)
  units.forEach((unit, index) => {
    const isolation = unit.styleIsolation ?? (unit.component ? 'isolated' : 'shared')
    if (isolation !== 'shared' && isolation !== 'page-shared') unit.scope = `s${index}`
  })
  const styles = compileStyles(folder, units, problems)
  const templates = compileTemplates(folder, units, problems)
  const { modules, appScript } = await compileScripts(folder, units, problems)
  if (!appScript) problems.add({ file: 'app.ts', message: 'missing' })
  const compiled: CompiledApp = {
    app,
    appId: readAppId(folder),
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

/** The folder that holds app.json. @throws Error when there is none */
export function findAppRoot(path: string): string {
  if (existsSync(join(path, 'app.json'))) return path
  const project = join(path, 'project.config.json')
  if (existsSync(project)) {
    const { miniprogramRoot = '' } = JSON.parse(readFileSync(project, 'utf8')) as { miniprogramRoot?: string }
    if (existsSync(join(path, miniprogramRoot, 'app.json'))) return join(path, miniprogramRoot)
  }
  throw new Error(`No mini program in ${path}: neither app.json nor a project.config.json that names its folder`)
}

/** From the project.config.json in the app's folder or above it. */
function readAppId({ root, inputs }: SourceFolder): string {
  const files = [root, dirname(root)].map((dir) => join(dir, 'project.config.json'))
  for (const file of files) inputs.set(file, statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0)
  const project = files.find((file) => existsSync(file))
  return project ? ((JSON.parse(readFileSync(project, 'utf8')) as { appid?: string }).appid ?? '') : ''
}

function readTheme(folder: SourceFolder, file: string | undefined, problems: ProblemList): CompiledApp['theme'] {
  const none = { light: {}, dark: {} }
  return file ? { ...none, ...readJson<{ light: ThemeVariables; dark: ThemeVariables }>(folder, file, problems) } : none
}
