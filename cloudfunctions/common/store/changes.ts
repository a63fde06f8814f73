// Decides how a sweep goes through what has changed: oldest first, in slices; none is lost, and none keeps it for ever.
import type { Instant } from '@class-pact/core/contract'
import { readClock } from '../clock'

/** Clocks of function instances differ: what is younger than this may get company yet, and is looked at again, milliseconds. */
export const UNSETTLED_MS = 60_000

/** Where a sweep stands: everything that changed before `from` has been dealt with for good. */
export interface Progress {
  from?: Instant
  /** Everything the sweep had seen by then has been dealt with. */
  until: Instant
}

/** One thing to be done anew, and between which instants what it is made of has changed. */
export interface Stale<Task> {
  key: string
  task: Task
  first: Instant
  last: Instant
}

export interface Changes<Task> {
  /** Sorted by the oldest change. */
  stale: Stale<Task>[]
  /** What changed at this instant or later has not all been seen; undefined: everything has. */
  cutAt?: Instant
}

/** One collection in which things change. */
export interface Source<Row, Task> {
  read(from: Instant, page: { limit: number; skip: number }): Promise<Row[]>
  at(row: Row): Instant
  /** What has to be done anew because of it, each with its key. */
  tasksOf(row: Row): { key: string; task: Task }[]
}

/** From where a sweep looks. What an earlier release kept names no `from`. */
export const startOf = (kept: Progress | undefined): Instant => (kept ? (kept.from ?? kept.until - UNSETTLED_MS) : 0)

/** Reads the oldest `most` changes of one source, and all of the instant at which that ends if it is the first. */
export async function readChanges<Row, Task>(
  source: Source<Row, Task>,
  from: Instant,
  most: number,
): Promise<Changes<Task>> {
  const rows: Row[] = []
  let last: Instant
  for (;;) {
    const page = await source.read(from, { limit: most, skip: rows.length })
    rows.push(...page)
    const end = rows[rows.length - 1]
    last = end === undefined ? from : source.at(end)
    if (page.length < most) return { stale: gather(source, rows) }
    // So many at one instant that it would be where the next look begins, and ends, again.
    if (last > from) return { stale: gather(source, rows), cutAt: last }
  }
}

function gather<Row, Task>(source: Source<Row, Task>, rows: readonly Row[]): Stale<Task>[] {
  return rows.flatMap((row) => {
    const at = source.at(row)
    return source.tasksOf(row).map((each) => ({ ...each, first: at, last: at }))
  })
}

/** Several sources as one: each task once, none that begins where one of them has not been seen to its end. */
export function joinChanges<Task>(found: readonly Changes<Task>[]): Changes<Task> {
  const cutAt = Math.min(...found.map((each) => each.cutAt ?? Infinity))
  const byKey = new Map<string, Stale<Task>>()
  for (const each of found.flatMap(({ stale }) => stale)) {
    const known = byKey.get(each.key)
    byKey.set(each.key, {
      ...each,
      first: Math.min(each.first, known?.first ?? each.first),
      last: Math.max(each.last, known?.last ?? each.last),
    })
  }
  const stale = [...byKey.values()].filter(({ first }) => first <= cutAt).sort((a, b) => a.first - b.first)
  return { stale, ...(cutAt < Infinity && { cutAt }) }
}

/**
 * Does what is to be done, oldest first, as long as there is time.
 * @param isDone what another slice has done since the last change; it is passed over
 * @returns where the next slice begins
 */
export async function workThrough<Task>(
  { stale, cutAt }: Changes<Task>,
  work: (task: Task) => Promise<void>,
  { now, until, isDone = () => false }: { now: Instant; until: Instant; isDone?: (each: Stale<Task>) => boolean },
): Promise<Required<Progress>> {
  let left: Instant | undefined
  for (const each of stale) {
    if (isDone(each)) continue
    if (readClock() >= until) {
      left = each.first
      break
    }
    await work(each.task)
  }
  const reached = Math.min(left ?? now, cutAt ?? now)
  return { from: Math.min(reached, now - UNSETTLED_MS), until: reached }
}
