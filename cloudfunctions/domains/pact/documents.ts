// Decides the shape of a pact's document.
import type { Pact } from '@class-pact/core/contract'
import type { Trailed } from '../../common/store/documents'

/** `_id` = `<schoolId>:<version>`; immutable but for its trail, so an instance may cache it for ever. */
export interface PactDoc extends Pact, Trailed {
  _id: string
}
