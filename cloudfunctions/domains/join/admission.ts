// Decides what an application is, to whoever approves it: something to carry out, or a reason why it cannot be.
import type { Refusal } from '../../common/call/results'
import type { TrailEntry } from '../../common/store/documents'

/** What an application can bring about at this moment. */
export interface Admission {
  /** Why it cannot; the application waits on. */
  obstacle?: Refusal
  carryOut(act: TrailEntry): Promise<Refusal | undefined>
}
