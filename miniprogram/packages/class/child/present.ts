// Decides how one child reads, and what is said to follow before anything is done about it (screens.md 3.26).
import type { ChildPage, Day, LeavingCause } from '@class-pact/core/contract'
import { beijingDay } from '@class-pact/core/calendar'
import { leavingDays } from '@class-pact/core/child'
import { LEAVING_WORDS, describeLeaving } from '../../../domains/class/leaving'
import { formatClass, formatDate } from '../../../services/format'

export interface ChildView {
  name: string
  no: string
  nickname: string
  className: string
  /** 在读, 9月3日起休学 */
  state: string
  /** Something waits for a word: whose, and about what. */
  waits: string
  missed: string
  guardians: { key: string; card: string; since: string }[]
  seats: string
  /** Not here, or going: it can come back. */
  isGoing: boolean
  /** Recorded, and not confirmed yet. */
  isRecorded: boolean
  canLeave: boolean
  canMove: boolean
  days: { first: Day; last: Day }
  today: Day
}

export function presentChild(child: ChildPage): ChildView {
  const { away, leaving, missedSince, today, guardians, seats } = child
  const isGone = away !== undefined && away.from <= today
  return {
    name: child.mark ? `${child.name}（${child.mark}）` : child.name,
    no: child.no,
    nickname: child.nickname ?? '',
    className: formatClass(child.className),
    state: away ? describeLeaving(away) : '在读',
    waits: leaving ? `${leaving.by}登记：${describeLeaving(leaving)}，学校确认后生效` : '',
    missed:
      missedSince !== undefined && !away ? `${formatDate(beijingDay(missedSince))}导入的名单里没有，还在班里吗？` : '',
    guardians: guardians.map(({ card, since }) => ({
      key: `${card}${since}`,
      card,
      since: `${formatDate(beijingDay(since))}加入`,
    })),
    seats: `${guardians.length}/${seats}`,
    isGoing: away !== undefined,
    isRecorded: leaving !== undefined,
    canLeave: !away && !leaving,
    canMove: !isGone && child.classes.length > 0,
    days: leavingDays(today),
    today,
  }
}

/** 2份通知将结清，1张假条结束， */
function describeOpen({ openLines, openLeaves }: ChildPage): string {
  const lines = openLines > 0 ? `${openLines}份通知将结清，` : ''
  return lines + (openLeaves > 0 ? `${openLeaves}张假条结束，` : '')
}

/** 2份通知将结清，家长从9月3日起看不到班级内容，签过的通知还能看。 */
export function sayLeaving(child: ChildPage, cause: LeavingCause, from: Day, isLeader: boolean): string {
  const follows = `${describeOpen(child)}家长从${formatDate(from)}起看不到班级内容，签过的通知还能看。`
  const back = cause === 'suspended' ? '复学时点一下就回来。' : ''
  return `${formatDate(from)}起${LEAVING_WORDS[cause]}。${follows}${back}${isLeader ? '' : '学校确认后生效。'}`
}

export function sayMoving(child: ChildPage, className: string): string {
  const closing = child.openLines > 0 ? `${formatClass(child.className)}还没签的${child.openLines}份通知将结清。` : ''
  return `家长、签过的通知和假条一起转到${formatClass(className)}，家长要再确认一次名片。${closing}`
}

export function sayReturning({ name, className }: ChildPage): string {
  return `${name}回到${formatClass(className)}的名单，家长又能看到班级内容，还没办结的通知会再等回执。`
}
