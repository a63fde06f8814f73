// Decides what a correction shows of itself while it is written, and what of it is sent (N11, T13).
import type { Audience, Input } from '@class-pact/core/contract'
import { changedMeaning, wantsReply, type Meaning } from '@class-pact/core/notice'
import { toDraft } from './form'
import type { Form } from '../../../domains/notice/draft'

export interface AmendView {
  /** 已签的35人要重签, 只告诉家长，不用重签 */
  effect: string
  asks: boolean
  /** A changed time, place, deadline or sum always asks again. */
  locked: boolean
  /** 时间、金额变了 */
  why: string
  note: string
  noteNeeded: boolean
  /** Whether there is anything to ask again. */
  isAsked: boolean
}

const MEANING_WORDS: Record<Meaning, string> = { time: '时间', place: '地点', deadline: '截止时间', sum: '金额' }

/** What of the announced is another than before. */
export function meaningOf({ amends, ...form }: Form): Meaning[] {
  if (!amends) return []
  const { title, body, deadline, event } = toDraft(form, 'teacher')
  return changedMeaning(amends.before, { title, body, deadline, event })
}

export function presentAmending(form: Form): AmendView | null {
  const { amends, replyMode } = form
  if (!amends) return null
  const meaning = meaningOf(form)
  const isAsked = wantsReply(replyMode)
  const asks = isAsked && (amends.asksAgain || meaning.length > 0)
  const word = replyMode === 'confirm' ? '确认' : '签'
  const again = amends.signed > 0 ? `已${word}的${amends.signed}人要重${word}` : `家长${word}新的内容`
  return {
    ...{ asks, isAsked, locked: meaning.length > 0 },
    effect: asks ? again : isAsked ? `只告诉家长，不用重${word}` : '会再告诉家长一次',
    why: meaning.length > 0 ? `${meaning.map((each) => MEANING_WORDS[each]).join('、')}变了` : '',
    note: amends.note,
    noteNeeded: meaning.includes('time'),
  }
}

/** What is sent; `audience` says which notice it is, with the id. */
export function toAmendment(form: Form, audience: Audience): Input<'notice.amend'> | undefined {
  const { amends } = form
  if (!amends) return undefined
  const { title, body, deadline, event, photos, urgent } = toDraft(form, 'teacher')
  const note = amends.note.trim()
  return {
    ...{ noticeId: amends.noticeId, version: amends.version, audience },
    ...{ title, body, deadline, event, photos, urgent },
    asksAgain: amends.asksAgain,
    ...(note && { note }),
  }
}
