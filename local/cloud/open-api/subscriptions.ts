// Decides which subscription messages go out: one acceptance by a user pays for one message of that template.
import type { JsonFile } from '../json-file'

/** As a function asks for it. */
export interface Message {
  touser: string
  templateId: string
  page: string
  data: unknown
}

export interface Delivery extends Message {
  at: string
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
  send(message: Message): number {
    const key = `${message.touser} ${message.templateId}`
    const credits = this.file.read().credits[key] ?? 0
    if (credits > 0) this.file.change((ledger) => void (ledger.credits[key] = credits - 1))
    const errcode = credits > 0 ? 0 : 43101
    this.note(message, errcode)
    return errcode
  }

  /** Keeps what was asked for and what came of it. */
  note(message: Message, errcode: number): void {
    const at = new Date(this.now()).toISOString()
    this.file.change((ledger) => void ledger.deliveries.push({ at, ...message, errcode }))
  }

  list(): Delivery[] {
    return this.file.read().deliveries
  }

  credits(): Record<string, number> {
    return this.file.read().credits
  }
}
