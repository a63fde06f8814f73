// Decides what in a text is a link: with scheme or bare, dots written as 点 or 。, split, short, or a share code.
import type { Range } from './view'
import { hint, pattern } from '../../pattern'

export interface Link extends Range {
  /** Lower-case host, without www; empty for a share code, which names no host. */
  host: string
}

const ENDINGS =
  'com|cn|net|org|gov|edu|top|xyz|cc|me|vip|club|shop|site|online|app|io|co|tv|info|ltd|work|wang|link|live|fun|tech|store|biz|pro|icu|ink|mobi|asia|hk|tw|to|gg|ly|so|la|ws|pw|im|in|us|uk|ru|jp|red|win|bid|cloud|art|group|xin|ren|mom|buzz|cyou|click|one|space|world|today|life|press|host|plus|run|red|love'
/** Dot as people hide it; 点 counts only between Latin letters and an ending. */
const DOT = '(?:\\s{0,2}[.。·,]\\s{0,2}|\\s{0,2}[(\\[【]?(?:点|點|dot)[)\\]】]?\\s{0,2})'
const LINK = pattern(
  `(?<![a-z0-9@._-])(?:(?:h\\s?[tx]\\s?[tx]\\s?p\\s?s?)\\s*[:;]?\\s*[/\\\\]{1,2}\\s*)?((?:[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?${DOT}){1,5}(?:${ENDINGS}))(?![a-z0-9_-]|\\s*@)`,
  'g',
)
const NUMERIC_HOST = /(?:https?[:/]+)?((?:\d{1,3}\.){3}\d{1,3})(?::\d{2,5}|\/)/g
const SCHEME = /https?:\/\/[^\s\u4e00-\u9fff]{3,}/g
/** Mini-program links and the codes that shopping sites make one copy. */
const SHARE_CODE =
  /#小程序:\/\/[^\s]+|(?:[¥$€£₤]|\()[a-z0-9]{9,13}(?:[¥$€£₤]|\))|[¥$€£₤](?=[a-z0-9]{0,7}[a-z])(?=[a-z0-9]{0,7}\d)[a-z0-9]{7,13}[¥$€£₤]/g
/** Endings that are also endings of files and abbreviations need a scheme, a path or a www before them. */
const WEAK_ENDING = hint`
  \.(?:in|so|me|to|us|im|la|one|pro|run|work|live|app|art|co|info|today|life|love|world|space|plus|group|press|host|win|red|fun)$
`

const hasDigitsOnly = (host: string) => /^[\d.]+$/.test(host)

/** Every link of a folded text, punctuation kept, in order. */
export function findLinks(text: string): Link[] {
  if (!/[.。点點·]|dot|:\/\/|[¥$€£₤]/.test(text)) return []
  const links: Link[] = []
  const add = (start: number, end: number, host: string) => {
    if (!links.some((link) => start < link.end && link.start < end)) links.push({ start, end, host })
  }
  for (const match of text.matchAll(LINK)) {
    const host = cleanHost(match[1] ?? '')
    const hasScheme = /^h/.test(match[0]) && match[0].length > (match[1] ?? '').length
    const tail = /^[:/?#][^\s\u4e00-\u9fff]*/.exec(text.slice(match.index + match[0].length))?.[0] ?? ''
    if (hasDigitsOnly(host) || (!hasScheme && !isConvincing(host, match[1] ?? '', tail))) continue
    add(match.index, match.index + match[0].length + tail.length, host)
  }
  for (const { start, end, letters } of spacedRuns(text)) {
    const host = LINK_ALONE.exec(letters)?.[1]
    if (host !== undefined) add(start, end, cleanHost(host))
  }
  for (const match of text.matchAll(NUMERIC_HOST)) add(match.index, match.index + match[0].length, match[1] ?? '')
  for (const match of text.matchAll(SCHEME)) {
    const host = /:\/\/([^/:?#]+)/.exec(match[0])?.[1] ?? ''
    add(match.index, match.index + match[0].length, cleanHost(host))
  }
  for (const match of text.matchAll(SHARE_CODE)) add(match.index, match.index + match[0].length, '')
  return links.sort((a, b) => a.start - b.start)
}

/** w w w . a b c . c o m: letters one by one. */
const SPACED = /(?:[a-z0-9.:/]\s){5,}[a-z0-9/]/g
const LINK_ALONE = new RegExp(`^(?:https?:/+)?((?:[a-z0-9-]+\\.)+(?:${ENDINGS}))`)
const spacedRuns = (text: string) =>
  [...text.matchAll(SPACED)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    letters: match[0].replace(/\s/g, ''),
  }))

const cleanHost = (host: string) =>
  host
    .replace(/\s|[(\[【)\]】]/g, '')
    .replace(/。|·|,|点|點|dot/g, '.')
    .replace(/^www\d?\./, '')

/** A bare host: a weak ending needs a path or www; dots written as a comma or a space need www too. */
function isConvincing(host: string, written: string, tail: string): boolean {
  const strengthened = /^www/.test(written) || tail.length > 1
  if (/,/.test(written) || /\.\s+[a-z]/.test(written)) return strengthened
  if (!/[a-z]/.test(host.split('.')[0] ?? '') && WEAK_ENDING.test(`.${host}`)) return false
  return strengthened || !WEAK_ENDING.test(host)
}

/** Whether the school accepts this host: an entry covers itself and its sub-domains. */
export function isAllowedHost(host: string, allowed: readonly string[]): boolean {
  return allowed.some((entry) => {
    const root = cleanHost(
      String(entry)
        .trim()
        .toLowerCase()
        .replace(/^[a-z]+:\/\//, '')
        .replace(/[/:?#].*$/, '')
        .replace(/^\*\./, ''),
    )
    return root !== '' && (host === root || host.endsWith(`.${root}`))
  })
}
