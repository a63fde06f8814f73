// Decides which pages and components belong to the mini program, by walking from app.json through every usingComponents.
import type { AppConfig, Unit, WindowConfig } from '../bundle-format'
import { locate, type ProblemList } from './problems'
import { resolveNpm, resolvePath, type SourceFolder } from './source-folder'

interface AppJson extends AppConfig {
  subPackages?: SubPackage[]
  subpackages?: SubPackage[]
  usingComponents?: Record<string, string>
}
interface SubPackage {
  root: string
  pages: string[]
}
interface UnitJson extends WindowConfig {
  component?: boolean
  usingComponents?: Record<string, string>
  componentGenerics?: Record<string, true | { default?: string }>
  componentPlaceholder?: Record<string, string>
  styleIsolation?: string
  pureDataPattern?: string
}
export interface UnitMap {
  app: AppConfig
  pages: string[]
  units: Record<string, Unit>
  customTabBar?: string
}

const TAB_BAR = 'custom-tab-bar/index'

/** Reads app.json and every unit it reaches. */
export function readUnits(folder: SourceFolder, problems: ProblemList): UnitMap {
  const app = readJson<AppJson>(folder, 'app.json', problems) ?? { pages: [] }
  const packages = app.subPackages ?? app.subpackages ?? []
  const pages = [
    ...app.pages,
    ...packages.flatMap(({ root, pages }) => pages.map((page) => resolvePath('app', `${root}/${page}`))),
  ]
  const everywhere = resolveUsing(folder, 'app', 'app.json', app.usingComponents ?? {}, problems)
  const units: Record<string, Unit> = {}
  const waiting: [path: string, isPage: boolean][] = pages.map((path) => [path, true])
  waiting.push(...Object.values(everywhere).map((path): [string, boolean] => [path, false]))
  const customTabBar = app.tabBar?.custom && findUnit(folder, TAB_BAR) ? TAB_BAR : undefined
  if (app.tabBar?.custom && !customTabBar)
    problems.add({ file: `${TAB_BAR}.wxml`, message: 'the custom tab bar is missing' })
  if (customTabBar) waiting.push([customTabBar, false])

  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [path, isPage] = next
    if (units[path]) continue
    if (isPage && !folder.has(`${path}.wxml`))
      problems.add({ file: `${path}.wxml`, message: 'app.json names this page, but its WXML is missing' })
    const unit = readUnit(folder, path, isPage, problems)
    units[path] = { ...unit, using: { ...everywhere, ...unit.using } }
    waiting.push(...unitReferences(unit).map((target): [string, boolean] => [target, false]))
  }
  return { app, pages, units, ...(customTabBar && { customTabBar }) }
}

function readUnit(folder: SourceFolder, path: string, isPage: boolean, problems: ProblemList): Unit {
  const file = `${path}.json`
  const json = (folder.has(file) && readJson<UnitJson>(folder, file, problems)) || {}
  const { component = false, usingComponents = {}, componentGenerics = {}, componentPlaceholder = {}, ...rest } = json
  const generics: Unit['generics'] = {}
  for (const [name, generic] of Object.entries(componentGenerics)) {
    const fallback = generic === true ? undefined : generic.default
    const target = fallback && resolveUsing(folder, path, file, { [name]: fallback }, problems)[name]
    generics[name] = target ? { default: target } : true
  }
  const { styleIsolation, pureDataPattern, ...window } = rest
  return {
    path,
    isPage,
    component,
    window: isPage ? window : {},
    using: resolveUsing(folder, path, file, usingComponents, problems),
    generics,
    placeholders: componentPlaceholder,
    ...(styleIsolation && { styleIsolation }),
    ...(pureDataPattern && { pureDataPattern }),
  }
}

/** The units that must be defined before this one. */
function unitReferences(unit: Unit): string[] {
  const fallbacks = Object.values(unit.generics).flatMap((generic) => (generic === true ? [] : (generic.default ?? [])))
  return [...Object.values(unit.using), ...fallbacks]
}

function resolveUsing(
  folder: SourceFolder,
  from: string,
  file: string,
  using: Record<string, string>,
  problems: ProblemList,
): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [tag, target] of Object.entries(using)) {
    const path = resolveUnit(folder, from, target)
    if (path) found[tag] = path
    else {
      const text = folder.has(file) ? folder.read(file) : ''
      problems.add({
        file,
        ...locate(text, text.indexOf(JSON.stringify(tag))),
        message: `component "${target}" not found`,
      })
    }
  }
  return found
}

function resolveUnit(folder: SourceFolder, from: string, target: string): string | undefined {
  const find = (path: string) => findUnit(folder, path)
  if (/^[./]/.test(target)) return find(resolvePath(from, target))
  return find(resolvePath(from, target)) ?? resolveNpm(from, target, find)
}

function findUnit(folder: SourceFolder, path: string): string | undefined {
  return [path, `${path}/index`].find((unit) => folder.has(`${unit}.json`) || folder.has(`${unit}.wxml`))
}

/** Reads a JSON file; a syntax error becomes a problem with its line. */
export function readJson<T>(folder: SourceFolder, file: string, problems: ProblemList): T | undefined {
  if (!folder.has(file)) {
    problems.add({ file, message: 'missing' })
    return undefined
  }
  const text = folder.read(file)
  try {
    return JSON.parse(text) as T
  } catch (error) {
    const offset = Number(/position (\d+)/.exec(String(error))?.[1] ?? 0)
    problems.add({ file, ...locate(text, offset), message: `not valid JSON (${String(error)})` })
    return undefined
  }
}
