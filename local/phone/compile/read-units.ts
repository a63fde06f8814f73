// Decides which pages and components belong to the mini program.
import type { AppConfig, Unit, WindowConfig } from '../bundle-format'
import { formatProblem, locate, type ProblemList } from './problems'
import { readJson } from './read-json'
import { resolvePath, resolveReference, type SourceFolder } from './source-folder'

interface AppJson extends AppConfig {
  subPackages?: SubPackage[]
  subpackages?: SubPackage[]
  usingComponents?: Record<string, string>
  resolveAlias?: Record<string, string>
  renderer?: string
  useExtendedLib?: Record<string, boolean>
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

/** @throws Error when app.json names no page: there is nothing to run */
function readApp(folder: SourceFolder, problems: ProblemList): AppJson {
  const app = readJson<AppJson>(folder, 'app.json', problems)
  if (!app || !Array.isArray(app.pages) || app.pages.length === 0) {
    problems.add({ file: 'app.json', message: '"pages" must list at least one page' })
    throw new Error(problems.items.map(formatProblem).join('\n'))
  }
  if (app.renderer === 'skyline') {
    const message = 'renderer "skyline" is not supported: pages are drawn as by "webview"'
    problems.add({ file: 'app.json', ...placeOf(folder, 'app.json', 'renderer'), message })
  }
  return app
}

/** Reads app.json and every unit it reaches. */
export function readUnits(folder: SourceFolder, problems: ProblemList): UnitMap {
  const app = readApp(folder, problems)
  folder.aliases = app.resolveAlias ?? {}
  const packages = app.subPackages ?? app.subpackages ?? []
  const pages = [
    ...app.pages,
    ...packages.flatMap(({ root, pages }) => pages.map((page) => resolvePath('app', `${root}/${page}`))),
  ]
  const everywhere = resolveUsing(folder, 'app', 'app.json', app.usingComponents ?? {}, problems)
  const nowhere = Object.keys(app.usingComponents ?? {}).filter((tag) => !(tag in everywhere))
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
    if (isPage && !folder.has(`${path}.wxml`)) {
      const place = placeOfPage(folder, packages, path)
      const message = `page "${path}": ${path}.wxml is missing`
      problems.add({ file: 'app.json', ...place, message })
    }
    const unit = readUnit(folder, path, isPage, problems)
    units[path] = { ...unit, using: { ...everywhere, ...unit.using }, missing: [...nowhere, ...unit.missing] }
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
  const using = resolveUsing(folder, path, file, usingComponents, problems)
  return {
    path,
    isPage,
    component,
    window: isPage ? window : {},
    using,
    missing: Object.keys(usingComponents).filter((tag) => !(tag in using)),
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
    else problems.add({ file, ...placeOf(folder, file, tag), message: explainMissing(target) })
  }
  return found
}

function explainMissing(target: string): string {
  if (/^(dynamicLib|plugin|plugin-private):\/\//.test(target)) return `component "${target}": plugins are not supported`
  if (target.startsWith('weui-miniprogram/'))
    return `component "${target}" not found: an extended library is taken from npm, so install weui-miniprogram`
  return `component "${target}" not found`
}

/** Sub-packages name their pages from their own root. */
function placeOfPage(folder: SourceFolder, packages: SubPackage[], path: string): { line?: number; column?: number } {
  const names = [path, ...packages.flatMap(({ pages }) => pages.filter((page) => path.endsWith(`/${page}`)))]
  return names.map((name) => placeOf(folder, 'app.json', name)).find(({ line }) => line !== undefined) ?? {}
}

/** Where a key or a value stands in a JSON file. */
function placeOf(folder: SourceFolder, file: string, word: string): { line?: number; column?: number } {
  const text = folder.has(file) ? folder.read(file) : ''
  const at = text.indexOf(JSON.stringify(word))
  return at < 0 ? {} : locate(text, at)
}

function resolveUnit(folder: SourceFolder, from: string, target: string): string | undefined {
  return resolveReference(folder, from, target, (path) => findUnit(folder, path))
}

function findUnit(folder: SourceFolder, path: string): string | undefined {
  return [path, `${path}/index`].find((unit) => folder.has(`${unit}.json`) || folder.has(`${unit}.wxml`))
}
