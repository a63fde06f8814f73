// Decides how a WXSS selector is written in the phone's document: scoped classes, built-in tags, page and :host.
import { BUILT_IN_TAGS } from '../built-in-tags'

const TOKEN =
  /(?<attribute>\[[^\]]*\])|(?<host>:host\b)|(?<mark>[.#])(?<name>-?[_a-zA-Z\u00a0-\uffff][-\w\u00a0-\uffff]*)|(?<pseudo>::?[-a-z]+)|(?<before>^|[\s>+~(,])(?<tag>[a-z][-a-z]*)/g

/**
 * Rewrites one selector.
 * @param target `scope`: the component's style scope; `page`: the page whose sheet this is. Neither adds specificity.
 */
export function rewriteSelector(
  selector: string,
  { scope, page }: { scope?: string | undefined; page?: string | undefined },
): string {
  const written = selector.replace(TOKEN, (match: string, ...rest: unknown[]) => {
    const part = rest.at(-1) as Record<string, string | undefined>
    if (part['host']) return scope ? `[wx-host="${scope}"]` : 'wx-page'
    if (part['mark'] === '.') return scope ? `.${scope}--${part['name']}` : match
    if (part['tag'] === 'page') return `${part['before']}wx-page`
    if (part['tag'] && BUILT_IN_TAGS.has(part['tag'])) return `${part['before']}wx-${part['tag']}`
    return match
  })
  if (!page) return written
  const where = `wx-page:where([is="${page}"])`
  return /^wx-page\b/.test(written) ? written.replace(/^wx-page/, where) : `:where(wx-page[is="${page}"]) ${written}`
}
