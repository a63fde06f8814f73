// Decides how the address of a page says what the page needs to know.

export type Query = Record<string, string | number | undefined>

/** The path with everything that is known of the query. */
export function addressOf(path: string, query: Query): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined)
  return pairs.length === 0
    ? path
    : `${path}?${pairs.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join('&')}`
}
