// Decides how a line is numbered, and where in the paper a clause stands: 第三条, 二(一)4.

/** A number before a clause. `style`: numbers of one list look alike; `label`: as a reader cites it. */
export interface Numbering {
  style: string
  label: string
  length: number
}

const CN = '[一二三四五六七八九十百零〇]{1,4}'
/** What may stand before a number: signs of lists, hearts, arrows. */
const BEFORE = '^[\\s,.·•●○◆◇■□▌▎★☆※◎△▲▼→*#>"“ -]*'

const style = (name: string, source: string) => ({ name, source: new RegExp(BEFORE + source) })
const STYLES = [
  style('chapter', `第(${CN}|\\d{1,3})[章节编篇部]分?[:、,.]?`),
  style('article', `第(${CN}|\\d{1,3})[条款][:、,.]?`),
  style('han', `(${CN})[、.,:)](?!\\d)`),
  style('in-han', `[(](${CN})[)][、.,:]?`),
  style('of-said', `(?:第)(${CN}|\\d{1,2})(?:个|件|点|条|是|项|就是)*(?:呢|就是|事)?(?:是)?[:,、]?`),
  style('number-dots', '(\\d{1,2}[.]\\d{1,2}(?:[.]\\d{1,2})?)(?!\\d|[:点时以之后前起至到-])[、.,)]?'),
  style('in-number', '[(]([\\dl]{1,2})[)][、.,]?'),
  style('number', '(\\d{1,2})(?:[、.,)]|[:](?!\\d))(?!\\d{2}[^、])'),
  style(
    'number-bare',
    '(\\d{1,2})(?=[\\u4e00-\\u9fff])(?![年月日天号个名位人条次分点时周岁元级班楼小钟遍户家张字页多以之后前左起至到节届所组米公])',
  ),
  style('letter', '([a-z]\\d{0,2})(?:[).、:,]|(?=[\\u4e00-\\u9fff]))'),
  style('han-of', `([一二三四五六七八九十])(?:是|要|不)(?=[\\u4e00-\\u9fff])(?!否)`),
]

/** The number at the start of a folded line; undefined without one. */
export function readNumbering(line: string): Numbering | undefined {
  for (const { name, source } of STYLES) {
    const found = source.exec(line)
    if (!found) continue
    const label = (found[1] ?? '').replace('l', '1')
    const said = name === 'han-of' ? found[0].length - 1 : found[0].length
    return { style: name, label: labelOf(name, label), length: said }
  }
  return undefined
}

function labelOf(name: string, label: string): string {
  if (name === 'chapter') return `第${label}章`
  if (name === 'article') return `第${label}条`
  return name.startsWith('in-') ? `(${label})` : label.toUpperCase()
}

/** A place in the outline of a paper. */
interface Level {
  style: string
  label: string
}

/** Follows the outline from line to line. */
export class Outline {
  private levels: Level[] = []

  /** Enters a numbered line; the depth it stands at. */
  enter({ style, label }: Numbering): number {
    const known = this.levels.findIndex((level) => level.style === style)
    if (known !== -1) this.levels.length = known
    if (style === 'chapter') this.levels.length = 0
    this.levels.push({ style, label })
    return this.levels.length
  }

  /** A heading without a number begins anew. */
  restart(): void {
    this.levels.length = 0
  }

  get depth(): number {
    return this.levels.length
  }

  /** As a reader cites it: an article is found without its chapter, 2.3 without its 2. */
  get article(): string | undefined {
    const last = this.levels[this.levels.length - 1]
    if (!last) return undefined
    const from = Math.max(
      this.levels.findIndex(({ style }) => style === 'article'),
      this.levels.findIndex(({ style }) => style === 'number-dots'),
      this.levels.findIndex(({ style }) => style === 'chapter') + 1,
      0,
    )
    const labels = this.levels.slice(Math.min(from, this.levels.length - 1)).map(({ label }) => label)
    return labels.join('') || undefined
  }
}
