// Decides the shapes of a delivery, and of what gathers deliveries into one message.
import type { Template, Instant } from '@class-pact/core/contract'
import type { Duty } from '../../common/store/documents'

/** `_id` = `<about>:<openid>`, a reminder's with `:remind`, a gathered message's `<its first delivery>:told`: pushed is not reached. */
export interface DeliveryDoc {
  _id: string
  schoolId: string
  /** The notice or the leave; of a gathered message the digest. */
  about: string
  openid: string
  template: Template
  /**
   * `sending` left behind by a crash is not sent again: nobody gets a message twice. `waiting` is told with others of its
   * digest; `dropped`: by then nothing of it waited for this person.
   */
  state: 'waiting' | 'sending' | 'sent' | 'no_credit' | 'failed' | 'dropped'
  at: Instant
  /** The digest that it waits for. */
  digest?: string
  /** The slip it tells of. */
  slipId?: string
  /** Of a gathered message: the deliveries it tells of. */
  holds?: string[]
}

/** `_id` = `<school>:<when>`: what waits for one moment of a school, each person's as one message (docs/adr/0025). */
export interface DigestDoc {
  _id: string
  schoolId: string
  duty?: Duty
}
