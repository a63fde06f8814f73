// Decides when and how a media check's verdict arrives: some time later, as an event pushed to the function wx-events.
import { randomUUID } from 'node:crypto'
import { APP_ID } from '../functions/environment'
import type { Verdicts } from './verdicts'

/** WeChat answers within 30 minutes; this stand-in soon, but never before the call has returned. */
const DELAY_MS = 200

type Push = (event: Record<string, unknown>) => Promise<void>

export class MediaChecks {
  private readonly waiting = new Map<string, { url: string; timer: NodeJS.Timeout | undefined }>()
  /** Verdicts that are being delivered at this moment. */
  private readonly onTheWay = new Set<Promise<void>>()
  private held = false

  constructor(
    private readonly verdicts: Verdicts,
    private readonly push: Push,
  ) {}

  /** @returns the trace id that the event will carry */
  start(url: string): string {
    const traceId = randomUUID()
    const timer = this.held ? undefined : setTimeout(() => void this.finish(traceId), DELAY_MS).unref()
    this.waiting.set(traceId, { url, timer })
    return traceId
  }

  /** Keeps verdicts back until {@link releaseAll}, as if WeChat were slow. */
  hold(held: boolean): void {
    this.held = held
  }

  /** Delivers everything that waits, now, and returns when what was on its way has arrived too. @returns how many waited */
  async releaseAll(): Promise<number> {
    const traceIds = [...this.waiting.keys()]
    for (const traceId of traceIds) await this.finish(traceId)
    await Promise.allSettled(this.onTheWay)
    return traceIds.length
  }

  /** Nobody waits for a verdict any more. */
  forgetAll(): void {
    for (const { timer } of this.waiting.values()) clearTimeout(timer)
    this.waiting.clear()
  }

  private async finish(traceId: string): Promise<void> {
    const check = this.waiting.get(traceId)
    if (!check) return
    clearTimeout(check.timer)
    this.waiting.delete(traceId)
    const delivery = this.deliver(traceId, check.url).finally(() => this.onTheWay.delete(delivery))
    this.onTheWay.add(delivery)
    await delivery
  }

  private async deliver(traceId: string, url: string): Promise<void> {
    const { suggest, label } = this.verdicts.judgeMedia(url)
    await this.push({
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: APP_ID,
      trace_id: traceId,
      version: 2,
      result: { suggest, label: String(label) },
      detail: [{ strategy: 'content_model', errcode: 0, suggest, label: String(label), prob: 90 }],
    })
  }
}
