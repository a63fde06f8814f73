// Decides what a page has of a list that comes page by page: its rows so far, and how many are still to come.
import type { Paged } from '@class-pact/core/contract'
import type { PhoneReply } from './cloud'

export interface LongList<Answer, Row> {
  rows: Row[]
  /** Not brought yet; 0 at the end. */
  left: number
  /** Starts with the first page; returns what it starts with. */
  begin(first: Answer): LongList<Answer, Row>
  /** Brings the next page, one at a time. False: there is none, it is on its way, or it did not come. */
  more(ask: (next: string) => Promise<PhoneReply<Answer>>): Promise<boolean>
}

/** @param rowsOf the rows of one answer */
export function newLongList<Answer extends Paged, Row>(rowsOf: (answer: Answer) => Row[]): LongList<Answer, Row> {
  let next: string | undefined
  let isBusy = false
  const list: LongList<Answer, Row> = {
    rows: [],
    left: 0,
    begin(first) {
      list.rows = []
      add(first)
      return list
    },
    async more(ask) {
      if (next === undefined || isBusy) return false
      isBusy = true
      const reply = await ask(next)
      isBusy = false
      if (reply.ok) add(reply.data)
      return reply.ok
    },
  }
  function add(answer: Answer): void {
    list.rows = [...list.rows, ...rowsOf(answer)]
    next = answer.next
    list.left = leftOf(answer, list.rows.length)
  }
  return list
}

/** What an answer says is still to come, when so many rows are here; what a phone kept from earlier has no count. */
export function leftOf({ total, next }: Partial<Paged>, shown: number): number {
  return next === undefined || total === undefined ? 0 : Math.max(1, total - shown)
}
