// Decides how a mini program address is read.

export interface Target {
  path: string
  query: Record<string, string>
}

/** Splits `/pages/a/a?x=1`; a relative address is resolved against the page it is used on. */
export function parseUrl(url: string, from = ''): Target {
  const [address = '', search = ''] = url.split('?', 2) as [string, string?]
  const absolute = address.startsWith('/') ? address : `/${from.replace(/[^/]*$/, '')}${address}`
  const parts: string[] = []
  for (const part of absolute.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return { path: parts.join('/').replace(/\.html$/, ''), query: parseQuery(search) }
}

/** `a=1&b=%20`: values stay as they were written, as in WeChat, where pages decode them. */
export function parseQuery(search: string): Record<string, string> {
  const query: Record<string, string> = {}
  for (const pair of search.split('&').filter(Boolean)) {
    const at = pair.indexOf('=')
    query[at < 0 ? pair : pair.slice(0, at)] = at < 0 ? '' : pair.slice(at + 1)
  }
  return query
}

export function formatUrl({ path, query }: Target): string {
  const search = Object.entries(query).map(([name, value]) => `${name}=${value}`)
  return search.length > 0 ? `${path}?${search.join('&')}` : path
}
