// Decides which subscription messages go out: one acceptance by a user pays for one message of that template.
import type { JsonFile } from '../json-file'

export interface Delivery {
  at: string
  touser: string
  templateId: string
  page: string
  data: unknown
  errcode: number
}

interface Ledger {
  /** `openid template` → acceptances left. */
  credits: Record<string, number>
  deliveries: Delivery[]
}

export const EMPTY_LEDGER: Ledger = { credits: {}, deliveries: [] }

export class Subscriptions {
  constructor(
    private readonly file: JsonFile<Ledger>,
    private readonly now: () => number,
  ) {}

  /** The user tapped “allow” for these templates. */
  accept(openid: string, templateIds: string[]): void {
    this.file.change((ledger) => {
      for (const templateId of templateIds) {
        const key = `${openid} ${templateId}`
        ledger.credits[key] = (ledger.credits[key] ?? 0) + 1
      }
    })
  }

  /** Sends one message if it is paid for. Returns WeChat's errcode: 0, or 43101 without a credit. */
  send(touser: string, templateId: string, page: string, data: unknown): number {
    const key = `${touser} ${templateId}`
    return this.file.change((ledger) => {
      const credits = ledger.credits[key] ?? 0
      const errcode = credits > 0 ? 0 : 43101
      if (credits > 0) ledger.credits[key] = credits - 1
      ledger.deliveries.push({ at: new Date(this.now()).toISOString(), touser, templateId, page, data, errcode })
      return errcode
    })
  }

  list(): Delivery[] {
    return this.file.read().deliveries
  }

  credits(): Record<string, number> {
    return this.file.read().credits
  }
}
