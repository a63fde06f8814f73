// Decides how WXSS becomes CSS for one document that holds every page of the mini program.
import postcss, { type AtRule, type Container, type Root, type Rule } from 'postcss'
import type { Unit } from '../bundle-format'
import { readSheet, type Sheet } from './preprocess-styles'
import { PieceCache } from './piece-cache'
import type { ProblemList } from './problems'
import type { CompilerPlugin } from './read-project'
import { rewriteSelector } from './rewrite-selector'
import { resolvePath, type SourceFolder } from './source-folder'
import { drawThemeIcons } from './theme-icons'

/** Width of every screen in rpx: 「WXSS 尺寸单位」. */
const SCREEN_RPX = 750

/** Compiles `app.wxss` and every unit's sheet; units without one are left out. */
export async function compileStyles(
  folder: SourceFolder,
  units: Unit[],
  plugins: CompilerPlugin[],
  problems: ProblemList,
  pieces = new PieceCache(),
): Promise<Record<string, string>> {
  const styles: Record<string, string> = {}
  const compile = async (path: string, target: Target) => {
    const key = ['sheet', path, target.scope, target.page, ...plugins].join(' ')
    const css = await pieces.take(key, folder, problems, async (source, faults) => {
      const sheet = await readSheet(source, path, plugins, faults)
      return sheet && compileSheet(source, sheet, target, faults)
    })
    if (css !== undefined) styles[path] = css
  }
  await compile('app', {})
  for (const unit of units) {
    const page = unit.isPage && !(unit.styleIsolation && unit.scope) ? unit.path : undefined
    await compile(unit.path, { scope: unit.scope, page })
  }
  return styles
}

interface Target {
  scope?: string | undefined
  page?: string | undefined
}

function compileSheet(folder: SourceFolder, { file, text }: Sheet, target: Target, problems: ProblemList): string {
  const sheet = inlineImports(folder, { file, text }, [], problems)
  drawThemeIcons(file, sheet)
  sheet.walkDecls((declaration) => {
    declaration.value = rewriteUnits(declaration.value)
  })
  sheet.walkRules((rule) => {
    if (isKeyframe(rule)) return
    rule.selectors = rule.selectors.map((selector) => rewriteSelector(selector, target))
  })
  sheet.walkAtRules('media', rewriteThemeQuery)
  return sheet.toString()
}

function inlineImports(folder: SourceFolder, { file, text }: Sheet, chain: string[], problems: ProblemList): Root {
  let sheet: Root
  try {
    sheet = postcss.parse(text, { from: file })
  } catch (error) {
    const { line, column, reason } = error as { line?: number; column?: number; reason?: string }
    problems.add({ file, ...(line && { line }), ...(column && { column }), message: reason ?? String(error) })
    return postcss.root()
  }
  sheet.walkAtRules('import', (rule) => {
    const target = resolveImport(folder, file, rule.params)
    if (!target) {
      const line = rule.source?.start?.line
      problems.add({ file, ...(line && { line }), message: `@import ${rule.params.replace(/\s+/g, ' ')} not found` })
      rule.remove()
    } else if (chain.includes(target)) rule.remove()
    else {
      const imported = { file: target, text: folder.read(target) }
      rule.replaceWith(inlineImports(folder, imported, [...chain, file], problems).nodes)
    }
  })
  return sheet
}

function resolveImport(folder: SourceFolder, file: string, params: string): string | undefined {
  const target = params
    .trim()
    .replace(/^url\(\s*|\s*\)$/g, '')
    .replace(/^['"]|['"]$/g, '')
  const candidates = [resolvePath(file, target), `miniprogram_npm/${target}`]
  return candidates.find((path) => folder.has(path))
}

/** rpx become vw; vh and the safe area are the page's own, since all pages share one document. */
export function rewriteUnits(value: string): string {
  return value
    .replace(/(-?\d*\.?\d+)rpx\b/g, (_, amount: string) => `${+((Number(amount) * 100) / SCREEN_RPX).toFixed(5)}vw`)
    .replace(/(-?\d*\.?\d+)vh\b/g, 'calc(var(--page-vh) * $1)')
    .replace(/\b(?:env|constant)\(\s*(safe-area-inset-\w+)/g, 'var(--$1')
}

function isKeyframe(rule: Rule): boolean {
  const parent = rule.parent as Container | undefined
  return parent?.type === 'atrule' && /keyframes$/.test((parent as AtRule).name)
}

const DARK_QUERY = /\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/

/** Each phone has its own theme, but a document has one colour scheme: the query becomes a state of the root element. */
function rewriteThemeQuery(media: AtRule): void {
  const theme = DARK_QUERY.exec(media.params)?.[1]
  if (!theme) return
  media.walkRules((rule) => {
    if (!isKeyframe(rule))
      rule.selectors = rule.selectors.map((selector) => `:where([data-theme="${theme}"]) ${selector}`)
  })
  const rest = media.params
    .replace(DARK_QUERY, '')
    .replace(/^\s*and\s+|\s+and\s*$|\band\s+(?=and\b)/g, '')
    .trim()
  if (rest) media.params = rest
  else media.replaceWith(media.nodes ?? [])
}
