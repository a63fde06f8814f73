// Decides how WXS differs from JavaScript here: `x.constructor` is the type's name.
import { Script } from 'node:vm'
import { transformSync, type TransformFailure } from 'esbuild'

/** Name of the property the runtime defines. */
export const WXS_TYPE_NAME = 'wxsConstructor'

/** Reserved in JavaScript, names in WXS: wcc takes each as a variable. */
const NAMES =
  'class|enum|export|import|super|extends|const|debugger|try|catch|finally|throw|with|new|let|yield|await|static|interface|package|implements|private|public|protected'
const TOKEN = new RegExp(
  `"(?:\\\\.|[^"\\\\\\n])*"|'(?:\\\\.|[^'\\\\\\n])*'|//[^\\n]*|/\\*[^]*?\\*/|\\.\\s*[\\w$]+|(?<![\\w$])(${NAMES})(?![\\w$])`,
  'g',
)

export interface WxsFault {
  line: number
  column: number
  message: string
}

/**
 * Renames every `.constructor` outside strings and comments. The runtime defines the new name on Object.prototype,
 * which is also how WeChat's own compiler does it; primitives and chained receivers need no special care then.
 * Reserved words are renamed only where JavaScript would refuse the script because of them.
 */
export function rewriteWxs(source: string): string {
  return isScript(source) ? rename(source, false) : rename(source, true)
}

/** What even WXS does not take, with its place. */
export function findWxsFault(source: string): WxsFault | undefined {
  const written = rewriteWxs(source)
  if (isScript(written)) return undefined
  try {
    transformSync(written, { loader: 'js', logLevel: 'silent' })
  } catch (fault) {
    const [first] = (fault as Partial<TransformFailure>).errors ?? []
    if (first?.location) return { line: first.location.line, column: first.location.column + 1, message: first.text }
  }
  return { line: 1, column: 1, message: 'not valid WXS' }
}

function rename(source: string, names: boolean): string {
  return source.replace(TOKEN, (match: string, name: string | undefined, at: number) => {
    if (/^\.\s*constructor$/.test(match)) return `.${WXS_TYPE_NAME}`
    return name && names && !isKey(source, at, name) ? `$${name}` : match
  })
}

/** `{ class: 1 }` */
function isKey(source: string, at: number, name: string): boolean {
  return /[{,]\s*$/.test(source.slice(0, at)) && /^\s*:/.test(source.slice(at + name.length))
}

function isScript(source: string): boolean {
  try {
    new Script(`(function(require, exports, module) {${source}\n})`)
    return true
  } catch {
    return false
  }
}
