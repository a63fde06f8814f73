// Decides what becomes of a value on its way into `this.data`: the app keeps its own, the data holds a copy.

/**
 * Copies deeply what setData is given, as WeChat does: arrays and objects become new ones with the same own fields;
 * functions, dates and everything else that is no plain data is the same thing afterwards. A cycle stays a cycle.
 */
export function copyData<T>(value: T, copies = new Map<unknown, unknown>()): T {
  if (!isContainer(value)) return value
  const known = copies.get(value)
  if (known !== undefined) return known as T
  const copy: unknown[] | Record<string, unknown> = Array.isArray(value) ? new Array<unknown>(value.length) : {}
  copies.set(value, copy)
  for (const [key, inner] of Object.entries(value)) (copy as Record<string, unknown>)[key] = copyData(inner, copies)
  return copy as T
}

/** The first path at which a value contains itself. */
export function findCycle(value: unknown, path: string, parents: unknown[] = []): string | undefined {
  if (!isContainer(value)) return undefined
  if (parents.includes(value)) return path
  for (const [key, inner] of Object.entries(value)) {
    const found = findCycle(inner, `${path}.${key}`, [...parents, value])
    if (found) return found
  }
  return undefined
}

function isContainer(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  return Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]'
}
