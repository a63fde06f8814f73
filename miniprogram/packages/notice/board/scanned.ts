// Decides what a scanned paper slip means on the board: it is to be noted down, or why it changes nothing (X04, N11).
import type { BoardRow, EntryState } from '@class-pact/core/contract'
import { CLOSED_WORDS } from '@class-pact/core/slip-words'
import type { RowView } from './present'

interface Scanned {
  row: Pick<RowView, 'name' | 'history'> & { state: EntryState }
  closed: BoardRow['closed']
  /** Of an older version: the words on it are not those that hold now. */
  isOld: boolean
  /** The slip takes entries. */
  canAct: boolean
}

/** Empty: it is to be noted down. */
export function whyNotNoted({ row, closed, isOld, canAct }: Scanned): string {
  const { name, state, history } = row
  if (state === 'signed') return `${name}的家长已经签过，这张没有再记。`
  if (state === 'followed') return `${name}已经记过：${history.at(-1) ?? ''}。这次没有再记。`
  if (state === 'closed') return `${name}${closed ? CLOSED_WORDS[closed] : '已离开'}，这张不用记。`
  if (!canAct) return '这份通知已经结束，不再登记。'
  if (isOld) return `${name}的这张是修改前的回执单，请打印新的给家长看过再签。`
  return ''
}
