// Decides which numbers a Word paper counts by: the lists of numbering.xml, and the styles that name one.
import { numberOf, valueOf, walkTags, type Tag } from './walk-xml'

/** Word has nine. */
export const LEVELS = 9
/** A style that is based on another one, and so on; deeper than any template. */
const STYLES_DEEP = 20

/** One level of a list (ECMA-376, 17.9.6). */
export interface Level {
  start: number
  format: string
  /** 第%1条 */
  text: string
  /** What follows the number. */
  suffix: string
  /** All figures Arabic, whatever the levels above say. */
  legal: boolean
  /** Begins anew after a level above this one; 0: never. */
  restart?: number
  style?: string
}
interface List {
  levels: Map<number, Level>
  /** The list is that of a style of this name. */
  link?: string
}
interface Use {
  list: string
  /** Where this use of the list begins anew. */
  starts: Map<number, number>
  levels: Map<number, Level>
}
interface Style {
  basedOn?: string
  use?: string
  level?: number
}
export interface Numbering {
  lists: Map<string, List>
  uses: Map<string, Use>
  styles: Map<string, Style>
}

export function readNumbering(numberingXml: string, stylesXml: string): Numbering {
  return { ...readLists(numberingXml), styles: readStyles(stylesXml) }
}

function readLists(xml: string): Pick<Numbering, 'lists' | 'uses'> {
  const lists = new Map<string, List>()
  const uses = new Map<string, Use>()
  let list: List | undefined
  let use: Use | undefined
  let level: Level | undefined
  let overridden = 0
  for (const tag of walkTags(xml)) {
    if (tag.is === 'close') {
      if (tag.name === 'w:abstractNum') list = undefined
      else if (tag.name === 'w:num') use = undefined
      else if (tag.name === 'w:lvl') level = undefined
    } else if (tag.name === 'w:abstractNum') {
      list = { levels: new Map() }
      lists.set(valueOf(tag, 'w:abstractNumId') ?? '', list)
    } else if (tag.name === 'w:num') {
      use = { list: '', starts: new Map(), levels: new Map() }
      uses.set(valueOf(tag, 'w:numId') ?? '', use)
    } else if (tag.name === 'w:abstractNumId' && use) use.list = valueOf(tag) ?? ''
    else if (tag.name === 'w:numStyleLink' && list) list.link = valueOf(tag)
    else if (tag.name === 'w:lvlOverride') overridden = numberOf(tag, 'w:ilvl') ?? 0
    else if (tag.name === 'w:startOverride') use?.starts.set(overridden, numberOf(tag) ?? 1)
    else if (tag.name === 'w:lvl') {
      level = { start: 1, format: 'decimal', text: '', suffix: 'tab', legal: false }
      ;(use ?? list)?.levels.set(numberOf(tag, 'w:ilvl') ?? 0, level)
    } else if (level) readLevel(level, tag)
  }
  return { lists, uses }
}

function readLevel(level: Level, tag: Tag): void {
  if (tag.name === 'w:start') level.start = numberOf(tag) ?? 1
  else if (tag.name === 'w:numFmt') level.format = valueOf(tag) ?? 'decimal'
  else if (tag.name === 'w:lvlText') level.text = valueOf(tag) ?? ''
  else if (tag.name === 'w:suff') level.suffix = valueOf(tag) ?? 'tab'
  else if (tag.name === 'w:isLgl') level.legal = !/^(?:0|false|off)$/.test(valueOf(tag) ?? '')
  else if (tag.name === 'w:lvlRestart') level.restart = numberOf(tag)
  else if (tag.name === 'w:pStyle') level.style = valueOf(tag)
}

function readStyles(xml: string): Map<string, Style> {
  const styles = new Map<string, Style>()
  let style: Style | undefined
  for (const tag of walkTags(xml)) {
    if (tag.name === 'w:style') {
      style = tag.is === 'open' ? {} : undefined
      if (style) styles.set(valueOf(tag, 'w:styleId') ?? '', style)
    } else if (!style) continue
    else if (tag.name === 'w:basedOn') style.basedOn = valueOf(tag)
    else if (tag.name === 'w:numId') style.use = valueOf(tag)
    else if (tag.name === 'w:ilvl') style.level = numberOf(tag)
  }
  return styles
}

/** What a style says about numbers, or the nearest one that it is based on. */
export function findStyle({ styles }: Numbering, name: string | undefined): (Style & { name: string }) | undefined {
  let at = name
  for (let deep = 0; at !== undefined && deep < STYLES_DEEP; deep++) {
    const style = styles.get(at)
    if (style?.use !== undefined) return { ...style, name: at }
    at = style?.basedOn
  }
  return undefined
}

/** A list's levels as one use of it has them; undefined: it counts nothing. */
export function findLevels(
  numbering: Numbering,
  useId: string,
): { list: string; starts: Map<number, number>; levels: Map<number, Level> } | undefined {
  const use = numbering.uses.get(useId)
  if (!use) return undefined
  const list = numbering.lists.get(use.list)
  const linked = list?.link === undefined ? undefined : numbering.uses.get(numbering.styles.get(list.link)?.use ?? '')
  const from = linked?.list ?? use.list
  const levels = new Map([...(numbering.lists.get(from)?.levels ?? []), ...use.levels])
  return { list: from, starts: use.starts, levels }
}
