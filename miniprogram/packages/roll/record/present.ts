// Decides how the record of searches reads: what nobody has met first, each with whose it was and from when (H27).
import { beijingClock } from '@class-pact/core/calendar'
import type { ContactRecord, Day, Instant } from '@class-pact/core/contract'
import { presentContact } from '../../../domains/roll/contact-view'
import { CHECK_WORDS } from '../../../domains/roll/words'
import { formatClass, formatDate } from '../../../services/format'

export interface RecordLine {
  key: string
  name: string
  place: string
  /** 未到（未请假），08:41已联系上：生病 */
  how: string
  unmet: boolean
  /** 08:00至08:30，语文王老师，30分钟 */
  owed: string[]
  log: { key: string; time: string; text: string }[]
}

const MINUTE_MS = 60_000
const sayMinutes = (from: Instant, to: Instant) => {
  const minutes = Math.floor((to - from) / MINUTE_MS)
  return minutes > 0 ? `${minutes}分钟` : '不到1分钟'
}

export function presentRecord(contacts: readonly ContactRecord[], now: Instant): RecordLine[] {
  return contacts.map((contact) => {
    const { no: _no, ...view } = presentContact(contact, now)
    const { classId, day, half, closed, owed, unmet } = contact
    return {
      key: `${classId}/${day}/${half}/${contact.childId}`,
      name: view.name,
      place: `${formatClass(contact.className)}，${formatDate(day)}${CHECK_WORDS[half]}`,
      how: `${view.what}，${view.end || (unmet ? '还没有人查明' : '正在联系')}`,
      unmet: unmet === true,
      owed: owed.map(({ by, card, from, to }, index) => {
        const who = by === 'leaders' ? '校长和教导处' : card || '班主任'
        const until = !closed && index === owed.length - 1 ? '现在' : beijingClock(to)
        return `${beijingClock(from)}至${until}由${who}负责，${sayMinutes(from, to)}`
      }),
      log: view.log,
    }
  })
}

/** 9月1日, 9月1日至9月7日 */
export const saySpan = (from: Day, to: Day): string =>
  from === to ? formatDate(from) : `${formatDate(from)}至${formatDate(to)}`
