// Decides how WXML and WXS become one executable template group.
import { createRequire } from 'node:module'
import type { Unit } from '../bundle-format'
import { BUILT_IN_TAGS } from '../built-in-tags'
import { locate, type ProblemList } from './problems'
import { rewriteWxml } from './rewrite-wxml'
import { findWxsFault, rewriteWxs } from './rewrite-wxs'
import { resolvePath, type SourceFolder } from './source-folder'

interface TemplateMessage {
  isError: boolean
  level: string
  message: string
  startLine: number
  startColumn: number
}
interface TemplateGroup {
  addTmpl(path: string, source: string): TemplateMessage[]
  addScript(path: string, source: string): void
  getDirectDependencies(path: string): string[]
  getScriptDependencies(path: string): string[]
  getInlineScriptModuleNames(path: string): string[]
  getInlineScript(path: string, module: string): string
  setInlineScript(path: string, module: string, source: string): void
  getTmplGenObjectGroups(): string
  setExtraRuntimeScript(script: string): void
  free(): void
}
const { TmplGroup } = createRequire(import.meta.url)('glass-easel-template-compiler') as {
  TmplGroup: new () => TemplateGroup
}

/** Tags of the template language itself. */
const SYNTAX_TAGS = new Set(['block', 'template', 'import', 'include', 'wxs', 'slot'])

/** Compiles every unit's WXML with what it imports; returns a JavaScript expression. */
export function compileTemplates(folder: SourceFolder, units: Unit[], problems: ProblemList): string {
  const group = new TmplGroup()
  const done = new Set<string>()
  const waiting = units.map((unit) => unit.path).filter((path) => folder.has(`${path}.wxml`))
  for (const unit of units) reportUnknownTags(folder, unit, problems)
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (done.has(path)) continue
    done.add(path)
    const file = `${path}.wxml`
    if (!folder.has(file)) {
      problems.add({ file, message: 'imported, but missing' })
      continue
    }
    const text = folder.read(file)
    for (const { isError, level, message, startLine, startColumn } of group.addTmpl(path, rewriteWxml(text))) {
      if (isError || (level !== 'Note' && !isPackaged(path)))
        problems.add({ file, line: startLine + 1, column: startColumn + 1, message })
    }
    for (const module of group.getInlineScriptModuleNames(path)) {
      const script = group.getInlineScript(path, module)
      const { line } = locate(text, text.indexOf(script))
      group.setInlineScript(path, module, writeScript(script, file, line, problems))
    }
    waiting.push(...group.getDirectDependencies(path).map((target) => target.replace(/\.wxml$/, '')))
    addScripts(folder, group, group.getScriptDependencies(path), file, done, problems)
  }
  // The template engine's hooks for WXS, and how it calls a function and writes a value: the runtime gives all of them.
  group.setExtraRuntimeScript(
    'Q.A = wrapChangeListener; Q.C = runEventListener; Q.W = runScript; P = guardCall; Y = writeText;',
  )
  const source = group.getTmplGenObjectGroups()
  group.free()
  return source
}

function addScripts(
  folder: SourceFolder,
  group: TemplateGroup,
  scripts: string[],
  from: string,
  done: Set<string>,
  problems: ProblemList,
): void {
  for (const script of scripts) {
    if (done.has(`wxs:${script}`)) continue
    done.add(`wxs:${script}`)
    const file = script.endsWith('.wxs') ? script : `${script}.wxs`
    if (!folder.has(file)) {
      problems.add({ file: from, message: `WXS file "${file}" is missing` })
      group.addScript(script, '')
      continue
    }
    const source = folder.read(file)
    group.addScript(script, writeScript(source, file, 1, problems))
    const required = [...source.matchAll(/require\(\s*(['"])([^'"]+)\1\s*\)/g)].map((match) =>
      resolvePath(file, match[2] ?? ''),
    )
    addScripts(folder, group, required, file, done, problems)
  }
}

/** A script is handed over as text, so that a fault in one of them stops nothing else. */
function writeScript(source: string, file: string, line: number, problems: ProblemList): string {
  const fault = findWxsFault(source)
  // What follows the tag on its own line is the script's first line.
  if (fault) problems.add({ file, line: line + fault.line - 1, column: fault.column, message: fault.message })
  const parts = [file, line, rewriteWxs(source)].map((part) => JSON.stringify(part))
  return `Q.W(${parts.join(',')},require,exports,module)`
}

/** Files of npm packages are not ours to correct: only what stops them is told. */
function isPackaged(path: string): boolean {
  return path.startsWith('miniprogram_npm/')
}

/** A tag that is neither built in nor declared is drawn as a labelled box, and told here. */
function reportUnknownTags(folder: SourceFolder, unit: Unit, problems: ProblemList): void {
  const file = `${unit.path}.wxml`
  if (!folder.has(file) || isPackaged(file)) return
  const text = folder.read(file)
  const blank = (match: string) => match.replace(/[^\n]/g, ' ')
  const markup = text.replace(/<!--[^]*?-->|<wxs[^]*?<\/wxs>|\{\{[^]*?\}\}/g, blank)
  const told = new Set(unit.missing)
  const known = (tag: string) =>
    [SYNTAX_TAGS, BUILT_IN_TAGS, told].some((tags) => tags.has(tag)) || tag in unit.using || tag in unit.generics
  for (const match of markup.matchAll(/<([a-zA-Z][\w-]*)/g)) {
    const tag = match[1] ?? ''
    if (!known(tag)) problems.add({ file, ...locate(text, match.index), message: `unknown component <${tag}>` })
  }
}
