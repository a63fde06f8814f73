// Decides how what a new head teacher takes over reads, item by item (E02).
import type { Takeover, TakeoverItem } from '@class-pact/core/contract'
import { formatClass } from '../../../services/format'

export interface ItemView {
  item: TakeoverItem
  text: string
  sub: string
  ticked: boolean
}

const WORDS: Record<TakeoverItem, { text: (count: number) => string; sub: string }> = {
  notices: { text: (count) => `没办结的通知：${count}份`, sub: '看谁还没签，接着跟进' },
  leaves: { text: (count) => `等批的假条：${count}张`, sub: '批准或退回，家长在等' },
  members: { text: (count) => `成员核对：${count}个孩子`, sub: '看看每个孩子身边是谁' },
}

export function presentTakeover({ className, items }: Takeover): {
  className: string
  done: boolean
  items: ItemView[]
} {
  return {
    className: formatClass(className),
    done: items.every(({ ticked }) => ticked),
    items: items.map(({ item, count, ticked }) => ({
      item,
      ticked,
      text: WORDS[item].text(count),
      sub: WORDS[item].sub,
    })),
  }
}
