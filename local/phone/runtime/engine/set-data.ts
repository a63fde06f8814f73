// Decides what setData does with what it is given: what `this.data` holds then, and what of it travels to the view.
import type { BoundFields } from '../score/bound-fields'
import type { ScoreKeeper } from '../score/score-keeper'
import { copyData, findCycle } from './copy-data'
import { adapter, framework, type Caller, type FrameworkComponent } from './glass-easel'
import { holdView, releaseView } from './held-view'
import { view } from './view-queue'

/** 「合理使用 setData」: more than this at once is warned about (bytes). */
const SIZE_WARNING = 256 * 1024
/** 「setData」: more than this at once does not reach the view (bytes). */
const SIZE_LIMIT = 1024 * 1024

interface CallerPrototype {
  setData(this: Caller & { is: string; _$: FrameworkComponent }, data: unknown, done?: () => void): void
}
type DataGroup = ReturnType<typeof framework.Component.getDataProxy>
type Update = Parameters<DataGroup['setUpdateListener']>[0]

/** Whose setData runs now and is too large for the view. */
let tooLarge: DataGroup | undefined

/** Puts WeChat's rules in front of every page's and component's setData. */
export function guardSetData(score: Pick<ScoreKeeper, 'hearSetData'>, bound: BoundFields): void {
  const prototype = adapter.component.ComponentCaller.prototype as unknown as CallerPrototype
  const apply = prototype.setData
  prototype.setData = function setData(data, done) {
    const started = performance.now()
    const owner = this.is
    if (typeof data !== 'object' || data === null) {
      console.error(`setData of ${owner}: setData accepts an Object rather than some ${typeName(data)}`)
      return
    }
    const isPackaged = owner.startsWith('miniprogram_npm/')
    const bytes = measureSize(data)
    if (!isPackaged) tell(owner, data as Record<string, unknown>, bytes)
    const before = tooLarge
    const group = framework.Component.getDataProxy(this._$)
    tooLarge = bytes > SIZE_LIMIT ? group : undefined
    try {
      apply.call(this, copyData(data))
    } catch (error) {
      forgetUpdate(group)
      throw error
    } finally {
      tooLarge = before
    }
    if (done) view.whenDrawn(() => done.call(this))
    score.hearSetData({ owner, bytes, milliseconds: performance.now() - started }, bound.findUnused(owner, data))
  }
  guardUpdates()
}

/** Keeps from the view what WeChat does not send there: `undefined`, and everything of a setData that is too large. */
function guardUpdates(): void {
  const prototype = framework.DataGroup.prototype as unknown as DataGroup
  const listen = prototype.setUpdateListener
  prototype.setUpdateListener = function setUpdateListener(this: DataGroup, update: Update) {
    listen.call(this, (data, changes) => {
      // Called with a path and its new value; an array's splice has a fourth part.
      const isSent = ([, value, , removed]: (typeof changes)[number]) => value !== undefined || removed !== undefined
      const sent = tooLarge === this ? [] : changes.filter(isSent)
      const unsent = changes.filter((change) => !sent.includes(change))
      if (unsent.length > 0) holdView(() => update(data, unsent))
      if (sent.length > 0 || unsent.length === 0) releaseView(() => update(data, sent))
    })
  }
}

/** After a cycle the framework believes to be within an update for ever. */
function forgetUpdate(group: DataGroup): void {
  ;(group as unknown as { _$doingUpdates: unknown })._$doingUpdates = null
}

function tell(owner: string, data: Record<string, unknown>, bytes: number): void {
  for (const [path, value] of Object.entries(data)) {
    if (value === undefined) console.warn(`setData of ${owner}: Setting data field "${path}" to undefined is invalid.`)
    const cycle = findCycle(value, path)
    if (cycle) console.error(`setData of ${owner}: "${cycle}" contains itself`)
  }
  if (bytes > SIZE_LIMIT)
    console.error(`setData of ${owner}: 数据传输长度为 ${bytes} 已经超过最大长度 ${SIZE_LIMIT}: the view is not told`)
  else if (bytes > SIZE_WARNING) console.warn(`setData of ${owner}: ${bytes} bytes at once are slow`)
}

/** What would travel, in bytes; a cycle does not travel at all. */
function measureSize(data: object): number {
  try {
    return new Blob([JSON.stringify(data)]).size
  } catch {
    return 0
  }
}

function typeName(value: unknown): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1)
}
