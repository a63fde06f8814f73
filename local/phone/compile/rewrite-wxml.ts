// Decides how WXML is written for the template compiler where it reads other things than WeChat's own, wcc.

/** A comment, a script, a tag's beginning, an expression, or an escape between tags. */
const PIECE = /<!--[^]*?-->|<wxs\b[^]*?(?:\/>|<\/wxs\s*>)|<[a-zA-Z][\w-]*|\{\{[^]*?\}\}|\\([nrt\\])/g
/** A name with its value, or the end of the tag. */
const ATTRIBUTE = /\s*(\/?>)|(\s*)([^\s=/>"']+)(?:(\s*=\s*)("|'))?|[^]/y
const ESCAPES: Record<string, string> = { n: '&#10;', r: '&#13;', t: '&#9;', '"': '&quot;', "'": '&#39;' }

/**
 * Writes what wcc reads: `\"` and `\n` in a value, `\n` and `\t` between tags, and `wx-if`, which is `wx:if` there.
 * Lines stay where they are; what stands within `{{ }}` and `<wxs>` stays as it is.
 */
export function rewriteWxml(source: string): string {
  let written = ''
  let at = 0
  const piece = new RegExp(PIECE)
  for (let match = piece.exec(source); match; match = piece.exec(source)) {
    const [found, escape] = match
    written += source.slice(at, match.index)
    at = piece.lastIndex
    if (escape !== undefined) written += ESCAPES[escape] ?? escape
    else if (!/^<[a-zA-Z](?![^]*>$)/.test(found)) written += found
    else {
      const end = findTagEnd(source, at)
      written += found + rewriteAttributes(source.slice(at, end))
      piece.lastIndex = at = end
    }
  }
  return written + source.slice(at)
}

interface Attribute {
  before: string
  name: string
  /** `="` */
  opening: string
  quote: string
  /** The quote again, unless the file ends before. */
  closing: string
  value: string
}

/** Reads a tag's attributes; `rest` is where it ends. */
function readAttributes(source: string, from: number): { attributes: Attribute[]; rest: number } {
  const attributes: Attribute[] = []
  const next = new RegExp(ATTRIBUTE)
  next.lastIndex = from
  for (let match = next.exec(source); match; match = next.exec(source)) {
    const [found, stop, before = '', name = found, equals = '', quote = ''] = match
    if (stop !== undefined) return { attributes, rest: match.index }
    const end = quote ? findClosing(source, next.lastIndex, quote) : next.lastIndex
    const closing = source.slice(end, end + quote.length)
    attributes.push({ before, name, opening: equals, quote, closing, value: source.slice(next.lastIndex, end) })
    next.lastIndex = end + quote.length
    if (next.lastIndex >= source.length) break
  }
  return { attributes, rest: source.length }
}

/** The quote that ends a value: not one after a backslash, nor one in an expression. */
function findClosing(source: string, from: number, quote: string): number {
  for (let at = from; at < source.length; at += 1) {
    const end = source.startsWith('{{', at) ? source.indexOf('}}', at) : -1
    if (end >= 0) at = end + 1
    else if (source[at] === '\\') at += 1
    else if (source[at] === quote) return at
  }
  return source.length
}

function findTagEnd(source: string, from: number): number {
  return readAttributes(source, from).rest
}

function rewriteAttributes(text: string): string {
  const { attributes, rest } = readAttributes(text, 0)
  const names = new Set(attributes.map(({ name }) => name))
  const written = attributes.map(({ before, name, opening, quote, closing, value }) => {
    const known = name === 'wx-if' && !names.has('wx:if') ? 'wx:if' : name
    return before + known + opening + quote + unescapeValue(value) + closing
  })
  return written.join('') + text.slice(rest)
}

function unescapeValue(value: string): string {
  return value.replace(/(\{\{[^]*?\}\})|\\([^])/g, (match, expression: string | undefined, escaped = '') =>
    expression === undefined ? (ESCAPES[String(escaped)] ?? String(escaped)) : match,
  )
}
