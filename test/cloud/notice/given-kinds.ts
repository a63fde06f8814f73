// Decides what notices with fields of their own look like, for tests.
import type { NoticeDraft } from '@class-pact/core/contract'
import { CLASS, aNotice, childId } from '../given-school'

/** A fee that nobody has anything against. */
export function aFee(changes: Partial<NoticeDraft> = {}): NoticeDraft {
  return aNotice({
    kind: 'fee',
    title: '秋季午餐收费',
    body: '本学期午餐按月结算，请家长核对下表。',
    replyMode: 'read',
    deadline: Date.parse('2026-09-04T18:00:00+08:00'),
    fee: {
      items: [
        { name: '午餐', fen: 36_000 },
        { name: '课间牛奶', fen: 4_550, optional: true },
      ],
      basis: '区教财〔2026〕12号',
    },
    ...changes,
  })
}

/** Good news for the family of the class's first child. */
export function aPraise(changes: Partial<NoticeDraft> = {}): NoticeDraft {
  return aNotice({
    kind: 'praise',
    title: '喜报',
    body: '孩子在校级朗诵比赛中表现出色，特此报喜。',
    replyMode: 'read',
    ground: 'contest',
    audience: { to: 'child', classId: CLASS, childId: childId(CLASS, 0) },
    ...changes,
  })
}
