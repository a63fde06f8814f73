// Decides how the check of the half day, and rolls kept on this phone, read on 今天 (screens.md 3.3).
import type { TodayCheck } from '@class-pact/core/contract'
import { formatClass, formatMoment } from '../../services/format'
import { presentError } from '../../services/sentences'
import { ROLL_ROUTES } from './routes'
import { keptRolls } from './kept-rolls'
import { CHECK_WORDS, sayCounts } from './words'

export interface CheckRowView {
  key: string
  text: string
  sub: string
  url: string
  /** The cloud has not taken it: what it says is read before it goes. */
  refused: string
}

/** 晨检，已预填请假3人, until it is saved; then 晨检已保存，到36 假3 未到1. */
export function presentCheck(check: TodayCheck | undefined, classId: string): CheckRowView[] {
  if (!check) return []
  const { half, dueAt, onLeave, counts, asks = 0 } = check
  const word = CHECK_WORDS[half]
  const ahead = onLeave > 0 ? `已预填请假${onLeave}人` : '没有人请假'
  return [
    {
      key: 'check',
      text: counts ? `${word}已保存，${sayCounts(counts).slice(0, 3).join(' ')}` : `${word}，${ahead}`,
      sub: asks > 0 ? `${asks}人的假条已撤回，请核对` : counts ? '' : `${dueAt}开始`,
      url: ROLL_ROUTES.roll({ classId, half }),
      refused: '',
    },
  ]
}

/** Rolls of this phone that the cloud has not got, or has not taken. */
export function presentKept(now: number): CheckRowView[] {
  return keptRolls().map(({ requestId, className, input, refused }) => {
    const { classId, day, half, takenAt } = input
    const name = `${formatClass(className)}${formatMoment(takenAt, now)}的${CHECK_WORDS[half]}`
    return {
      key: requestId,
      text: refused ? `${name}没有传上去` : `${name}已存在本机`,
      sub: refused ? presentError({ code: refused }, { now, isStaff: true }).sentence : '联网后上传',
      url: ROLL_ROUTES.roll({ classId, day, half }),
      refused: refused ? requestId : '',
    }
  })
}
