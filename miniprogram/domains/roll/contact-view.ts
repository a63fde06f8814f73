// Decides how the search for one child reads: the card while it runs, and every minute of it (L05, H27).
import { beijingClock, beijingDay } from '@class-pact/core/calendar'
import type { Contact, ContactNote, Instant } from '@class-pact/core/contract'
import { formatDate } from '../../services/format'
import { ABSENCE_WORDS, CONTACT_END_WORDS, OUTCOME_WORDS } from './words'

/** By then the scheduler has told whom it can. */
const TOLD_BY_MS = 120_000

export interface ContactView {
  childId: string
  name: string
  /** 16号 */
  no: string
  /** 未到（未请假） */
  what: string
  since: Instant
  open: boolean
  /** 08:30告知校长 */
  leaders: string
  /** The family has no message: '' or what follows from it. */
  untold: string
  /** 08:41已联系上：生病; '' while it is open. */
  end: string
  log: { key: string; time: string; text: string }[]
  /** Spoken once, when the card comes. */
  alert: string
}

/** 08:05; of another day 9月1日08:05. */
const sayTime = (at: Instant, now: Instant) =>
  (beijingDay(at) === beijingDay(now) ? '' : formatDate(beijingDay(at))) + beijingClock(at)

export function presentContact(contact: Contact, now: Instant): ContactView {
  const { childId, name, no, why, since, closed, toldAt } = contact
  const what = why === 'not_back' ? '请假后未返校' : '未到（未请假）'
  return {
    ...{ childId, name, no: `${no}号`, what, since, open: !closed },
    leaders: sayLeaders(contact, now),
    untold: !closed && toldAt === undefined && now - since >= TOLD_BY_MS ? '还没有收到微信提醒' : '',
    end: closed ? `${sayTime(closed.at, now)}${CONTACT_END_WORDS[closed.how]}${sayCause(closed)}` : '',
    log: logOf(contact, now),
    alert: `${name}${what}，从${sayTime(since, now)}起`,
  }
}

/** A call that says nothing new of the leaders keeps what was: they know. */
function sayLeaders({ leadersAt, dueAt }: Contact, now: Instant): string {
  if (leadersAt !== undefined) return `${sayTime(leadersAt, now)}已告知校长`
  return `${sayTime(dueAt, now)}${now >= dueAt ? '已' : ''}告知校长`
}

/** ：生病; ：其他，车坏了 */
function sayCause({ cause, words, wordsHeld }: Pick<ContactNote, 'cause' | 'words' | 'wordsHeld'>): string {
  const said = [cause && ABSENCE_WORDS[cause], words, wordsHeld && '补充没通过检查'].filter(Boolean).join('，')
  return said && `：${said}`
}

/** Everything that happened, in the order in which it did. */
function logOf(contact: Contact, now: Instant): ContactView['log'] {
  const { since, by, toldAt, notes, leadersAt, closed } = contact
  const last = notes.at(-1)
  const isNoted = closed && last?.at === closed.at && last.outcome === closed.how
  const lines = [
    { at: since, text: by ? `${by}记为未到` : '请假已结束，还没有到校' },
    ...(toldAt === undefined ? [] : [{ at: toldAt, text: '已微信通知家长' }]),
    ...notes.map((note) => ({ at: note.at, text: `${OUTCOME_WORDS[note.outcome]}${sayCause(note)}，${note.by}` })),
    ...(leadersAt === undefined ? [] : [{ at: leadersAt, text: '已告知校长' }]),
    ...(closed && !isNoted
      ? [{ at: closed.at, text: [CONTACT_END_WORDS[closed.how], closed.by].filter(Boolean).join('，') }]
      : []),
  ]
  return lines
    .sort((a, b) => a.at - b.at)
    .map(({ at, text }, index) => ({ key: `${index}`, time: sayTime(at, now), text }))
}
