// Decides what is written down about a page while it runs: setData, requests, pictures, long scripts, exceptions.
import { judge, RULES, type Measurements, type Offender } from './rules'

export interface SetDataRecord {
  owner: string
  /** In the app's own time, see task-time.ts. */
  at: number
  bytes: number
  milliseconds: number
}
export interface LoadRecord {
  url: string
  start: number
  end: number
  bytes: number
  failed: boolean
}

/** 「网络请求数」: only requests slower than this count (ms). */
const SLOW_REQUEST_MS = 300
/** 「图片请求数」 */
const SLOW_IMAGE_MS = 100
/** 「网络请求缓存」 */
const REPEAT_MS = 3 * 60_000
const SECOND_MS = 1000

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** What happened while one page was in front. */
export class PageRecord {
  readonly setData: SetDataRecord[] = []
  readonly requests: LoadRecord[] = []
  readonly images: LoadRecord[] = []
  readonly scripts: Offender[] = []
  readonly drawings: Offender[] = []
  readonly exceptions: Offender[] = []
  readonly timers: Offender[] = []
  readonly interfaces = new Set<string>()
  readonly unusedFields = new Set<string>()
  /** When everything the page first asked for had come and was drawn. */
  firstScreen: number | undefined

  constructor(readonly openedAt: number) {}

  measure(): Measurements {
    const { setData, requests, images } = this
    const named = (names: Set<string>): Offender[] => [...names].map((where) => ({ where, found: 1 }))
    return {
      'first-screen': judge(
        [{ where: 'page', found: Math.round((this.firstScreen ?? performance.now()) - this.openedAt) }],
        RULES['first-screen'].limit,
      ),
      render: judge(
        [
          ...setData.map(({ owner, milliseconds }) => ({ where: owner, found: Math.round(milliseconds) })),
          ...this.drawings,
        ],
        RULES.render.limit,
      ),
      script: judge(this.scripts, RULES.script.limit),
      'set-data-rate': judge(busiestSecond(setData), RULES['set-data-rate'].limit),
      'set-data-size': judge(
        setData.map(({ owner, bytes }) => ({ where: owner, found: bytes })),
        RULES['set-data-size'].limit,
      ),
      'set-data-unused': judge(named(this.unusedFields), RULES['set-data-unused'].limit),
      'request-time': judge(
        requests.map(({ url, start, end }) => ({ where: url, found: Math.round(end - start) })),
        RULES['request-time'].limit,
      ),
      'request-count': judge(atOnce(requests, SLOW_REQUEST_MS), RULES['request-count'].limit),
      'request-repeat': judge(repeats(requests), RULES['request-repeat'].limit),
      'request-failures': judge(
        requests.filter(({ failed }) => failed).map(({ url }) => ({ where: url, found: 1 })),
        RULES['request-failures'].limit,
      ),
      'image-count': judge(atOnce(images, SLOW_IMAGE_MS), RULES['image-count'].limit),
      https: judge(
        [...requests, ...images].filter(isPlain).map(({ url }) => ({ where: url, found: 1 })),
        RULES.https.limit,
      ),
      exceptions: judge(this.exceptions, RULES.exceptions.limit),
      deprecated: judge(named(this.interfaces), RULES.deprecated.limit),
      timers: judge(this.timers, RULES.timers.limit),
    }
  }
}

/** The second with the most calls, named by who called most in it. */
function busiestSecond(calls: readonly SetDataRecord[]): Offender[] {
  let busiest: SetDataRecord[] = []
  for (const first of calls) {
    const second = calls.filter(({ at }) => at >= first.at && at < first.at + SECOND_MS)
    if (second.length > busiest.length) busiest = second
  }
  const counts = new Map<string, number>()
  for (const { owner } of busiest) counts.set(owner, (counts.get(owner) ?? 0) + 1)
  const callers = [...counts].sort(([, a], [, b]) => b - a).map(([owner, count]) => `${owner} ×${count}`)
  return busiest.length > 0 ? [{ where: callers.slice(0, 4).join(', '), found: busiest.length }] : []
}

/** The most that were under way together, of those that took long. */
function atOnce(loads: readonly LoadRecord[], slow: number): Offender[] {
  const counted = loads.filter(({ start, end }) => end - start > slow)
  const together = counted.map(({ start }) => counted.filter((other) => other.start <= start && other.end > start))
  const most = together.reduce((best, group) => (group.length > best.length ? group : best), [] as LoadRecord[])
  return most.length > 0 ? [{ where: most[0]?.url ?? '', found: most.length }] : []
}

function repeats(loads: readonly LoadRecord[]): Offender[] {
  return loads
    .filter((load, index) =>
      loads
        .slice(0, index)
        .some(({ url, bytes, end }) => url === load.url && bytes === load.bytes && load.start - end < REPEAT_MS),
    )
    .map(({ url, bytes }) => ({ where: url, found: bytes }))
}

/** Addresses of this machine stand for a cloud that is reached by https. */
function isPlain({ url }: LoadRecord): boolean {
  return url.startsWith('http:') && !LOOPBACK.has(new URL(url).hostname)
}
