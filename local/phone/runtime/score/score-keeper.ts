// Decides how the running phone is watched for 体验评分, and what a report of the page in front says.
import type { CompiledApp } from '../../bundle-format'
import type { ScoreReport, ScoreRule } from '../../score-report'
import { view } from '../engine/view-queue'
import type { Router } from '../router/router'
import type { PageInstance } from '../router/page-instance'
import type { Signals } from '../signals'
import { measureSheets } from './measure-sheets'
import { measureText } from './measure-text'
import { measureNodes, measurePictures, measureTargets } from './measure-tree'
import { PageRecord, type LoadRecord, type SetDataRecord } from './page-record'
import { taskTime } from './task-time'
import { NOT_MEASURED, RULES, type Measurements, type RuleId } from './rules'

/** What a framework's user asks of the phone's own server, not of the app's. */
const APP_ADDRESSES = /\/(gateway|cos)\//
const QUIET_MS = 50
/** Timers from this length on are followed (ms). */
const LASTING_MS = 1000

/** Keeps a record of every page. */
export class ScoreKeeper {
  private readonly records = new WeakMap<PageInstance, PageRecord>()
  private readonly targets = new WeakSet<Element>()
  private router: Router | undefined

  constructor(
    private readonly app: CompiledApp,
    signals: Signals,
  ) {
    signals.on('exception', ({ name, message }) =>
      this.record?.exceptions.push({ where: `${name}: ${message}`, found: 1 }),
    )
    observe('longtask', (entry) => this.record?.scripts.push({ where: 'script', found: Math.round(entry.duration) }))
    observe('resource', (entry) => this.hearLoad(entry as PerformanceResourceTiming))
  }

  /** Pages are known once there is a router. */
  watch(router: Router): void {
    this.router = router
    view.onDrawn = (milliseconds) => this.record?.drawings.push({ where: 'view', found: Math.round(milliseconds) })
  }

  /** The page in front answers for everything that happens meanwhile, also in the pages below it. */
  get record(): PageRecord | undefined {
    if (!this.router || this.router.isEmpty) return undefined
    const page = this.router.current
    const known = this.records.get(page) ?? new PageRecord(page.openedAt)
    this.records.set(page, known)
    return known
  }

  hearSetData(call: Omit<SetDataRecord, 'at'>, unused: readonly string[]): void {
    const { record } = this
    if (!record) return
    record.setData.push({ ...call, at: taskTime.now })
    for (const field of unused) record.unusedFields.add(`${call.owner}: ${field}`)
    record.firstScreen ??= this.guessFirstScreen(record)
  }

  /** Somebody listens for taps on this element. */
  hearListener(element: Element, type: string): void {
    if (/^(tap|longpress|longtap)$/.test(type)) this.targets.add(element)
  }

  hearInterface(name: string): void {
    this.record?.interfaces.add(name)
  }

  /** Wraps a timer's call-back: it should run on the page that set it. */
  followTimer(run: () => void, delay = 0): () => void {
    // What is over at once needs nobody to stop it.
    if (delay < LASTING_MS) return run
    const from = this.router?.isEmpty === false ? this.router.current : undefined
    const [, script = ''] = /miniprogram\/([^\s:]+:\d+)/.exec(new Error().stack ?? '') ?? []
    // What packages do is theirs.
    if (/(^|\/)miniprogram_npm\//.test(script)) return run
    return () => {
      const now = this.router?.isEmpty === false ? this.router.current : undefined
      if (from && now && from !== now) this.record?.timers.push({ where: `${script} on ${from.path}`, found: 1 })
      run()
    }
  }

  report(): ScoreReport {
    if (!this.router) throw new Error('no page is open')
    const page = this.router.current
    // With what a root-portal put beside the page.
    const root = page.view.scroller.closest<HTMLElement>('.page-area') ?? page.view.scroller
    const measured: Measurements = {
      ...(this.record ?? new PageRecord(page.openedAt)).measure(),
      ...measureNodes(root),
      ...measureTargets(root, (element) => this.targets.has(element)),
      ...measurePictures(root),
      ...measureText(root),
      ...measureSheets(root, page.path, this.app),
    }
    const rules = (Object.keys(RULES) as RuleId[]).map((id) => describeRule(id, measured))
    const all = rules.reduce((sum, { weight }) => sum + weight, 0)
    const kept = rules.filter(({ offenders }) => offenders.length === 0).reduce((sum, { weight }) => sum + weight, 0)
    return { page: page.toString(), score: Math.round((100 * kept) / all), rules, notMeasured: NOT_MEASURED }
  }

  /** The first screen is there when what the page first asked for is drawn and nothing more is under way. */
  private guessFirstScreen(record: PageRecord): undefined {
    const seen = record.setData.length
    const at = performance.now()
    setTimeout(() => {
      if (record.setData.length === seen && record.requests.length > 0) record.firstScreen ??= at
    }, QUIET_MS)
    return undefined
  }

  private hearLoad(entry: PerformanceResourceTiming): void {
    const { record } = this
    if (!record) return
    const { name: url, startTime: start, responseEnd: end, initiatorType, responseStatus = 200 } = entry
    const load: LoadRecord = { url, start, end, bytes: entry.encodedBodySize, failed: responseStatus >= 400 }
    const isOurs = url.startsWith(window.location.origin)
    // The phone's own font is none of the page's pictures.
    if (isOurs && new URL(url).pathname.startsWith('/fonts/')) return
    if (/^(img|css|image)$/.test(initiatorType)) record.images.push(load)
    else if (!isOurs || APP_ADDRESSES.test(url)) record.requests.push(load)
  }
}

function observe(type: string, hear: (entry: PerformanceEntry) => void): void {
  new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({ type, buffered: false })
}

function describeRule(id: RuleId, measured: Measurements): ScoreRule {
  const { worst, offenders } = measured[id] ?? { worst: 0, offenders: [] }
  const grouped = new Map<string, ScoreRule['offenders'][number]>()
  for (const { where, found } of offenders) {
    const times = (grouped.get(where)?.times ?? 0) + 1
    grouped.set(where, { where, found, times })
  }
  return { id, ...RULES[id], worst, offenders: [...grouped.values()] }
}
