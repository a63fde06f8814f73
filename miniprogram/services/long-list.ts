// Decides what a page has of a list that comes page by page: its rows so far, and how many are still to come.
import type { Paged } from '@class-pact/core/contract'
import type { PhoneReply } from './cloud'

/** Everything it knows is a field: WeChat copies what a page is made of, and a closure would stay behind (Page, 其他). */
export interface LongList<Answer, Row> {
  rows: Row[]
  /** Not brought yet; 0 at the end. */
  left: number
  next: string | undefined
  isBusy: boolean
  /** Starts with the first page; returns what it starts with. */
  begin(first: Answer): LongList<Answer, Row>
  /** Brings the next page, one at a time. False: there is none, it is on its way, or it did not come. */
  more(ask: (next: string) => Promise<PhoneReply<Answer>>): Promise<boolean>
}

/** @param rowsOf the rows of one answer */
export function newLongList<Answer extends Paged, Row>(rowsOf: (answer: Answer) => Row[]): LongList<Answer, Row> {
  return {
    rows: [],
    left: 0,
    next: undefined,
    isBusy: false,
    begin(first) {
      this.rows = []
      add(this, first)
      return this
    },
    async more(ask) {
      if (this.next === undefined || this.isBusy) return false
      this.isBusy = true
      const reply = await ask(this.next)
      this.isBusy = false
      if (reply.ok) add(this, reply.data)
      return reply.ok
    },
  }
  function add(list: LongList<Answer, Row>, answer: Answer): void {
    list.rows = [...list.rows, ...rowsOf(answer)]
    list.next = answer.next
    list.left = leftOf(answer, list.rows.length)
  }
}

/** What an answer says is still to come, when so many rows are here; what a phone kept from earlier has no count. */
export function leftOf({ total, next }: Partial<Paged>, shown: number): number {
  return next === undefined || total === undefined ? 0 : Math.max(1, total - shown)
}
