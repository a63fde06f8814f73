// Decides what setData accepts: only data that could travel to WeChat's view thread.
import type { BoundFields } from '../score/bound-fields'
import type { ScoreKeeper } from '../score/score-keeper'
import { adapter, type Caller } from './glass-easel'
import { view } from './view-queue'

/** 「合理使用 setData」: more than this at once is warned about (bytes). */
const SIZE_WARNING = 256 * 1024
/** 「setData」: more than this at once is refused (bytes). */
const SIZE_LIMIT = 1024 * 1024

interface CallerPrototype {
  setData(this: Caller & { is: string }, data: unknown, done?: () => void): void
}

/** Puts the checks in front of every page's and component's setData. */
export function guardSetData(score: ScoreKeeper, bound: BoundFields): void {
  const prototype = adapter.component.ComponentCaller.prototype as unknown as CallerPrototype
  const apply = prototype.setData
  prototype.setData = function setData(data, done) {
    if (typeof data !== 'object' || data === null)
      throw new TypeError(`setData of ${this.is}: the data is not an object`)
    if (!this.is.startsWith('miniprogram_npm/')) checkData(this.is, data as Record<string, unknown>)
    const started = performance.now()
    apply.call(this, data)
    if (done) view.whenDrawn(() => done.call(this))
    const milliseconds = performance.now() - started
    score.hearSetData({ owner: this.is, bytes: measureSize(data), milliseconds }, bound.findUnused(this.is, data))
  }
}

/** @throws TypeError when a value cannot be serialised */
function checkData(owner: string, data: Record<string, unknown>): void {
  for (const [path, value] of Object.entries(data)) {
    if (value === undefined) console.warn(`setData of ${owner}: "${path}" is undefined`)
    checkValue(owner, path, value, [])
  }
  const size = measureSize(data)
  if (size > SIZE_LIMIT) throw new RangeError(`setData of ${owner}: ${size} bytes are more than ${SIZE_LIMIT}`)
  if (size > SIZE_WARNING) console.warn(`setData of ${owner}: ${size} bytes at once are slow`)
}

/** What would travel, in bytes; packages may hold what does not travel at all. */
function measureSize(data: object): number {
  try {
    return new Blob([JSON.stringify(data)]).size
  } catch {
    return 0
  }
}

function checkValue(owner: string, path: string, value: unknown, parents: unknown[]): void {
  if (typeof value === 'function' || typeof value === 'symbol') {
    throw new TypeError(`setData of ${owner}: "${path}" is a ${typeof value}, which cannot be serialised`)
  }
  if (typeof value !== 'object' || value === null) return
  if (parents.includes(value)) throw new TypeError(`setData of ${owner}: "${path}" contains itself`)
  for (const [key, inner] of Object.entries(value)) checkValue(owner, `${path}.${key}`, inner, [...parents, value])
}
