// Decides the shape of a delivery.
import type { Template, Instant } from '@class-pact/core/contract'

/** `_id` = `<about>:<openid>`, a reminder's with `:remind`: pushed is not reached. */
export interface DeliveryDoc {
  _id: string
  schoolId: string
  /** The notice or the leave. */
  about: string
  openid: string
  template: Template
  /** `sending` left behind by a crash is not sent again: nobody gets a message twice. */
  state: 'sending' | 'sent' | 'no_credit' | 'failed'
  at: Instant
}
