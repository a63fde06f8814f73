// Decides what the school's public page of fees shows: every fee that has been out, whole, for every member (C37).
import type { FeeRow } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { readPage, type List } from '../../common/store/pages'
import type { NoticeDoc } from './documents'

export const listFees: Handler<'notice.fees'> = async ({ after }, { openid, identity }) => {
  const { rows, total, next } = await readPage<NoticeDoc>(openid, feesOf(identity.schoolId), after)
  return succeed({ fees: rows.flatMap(describeFee), total, next })
}

/** One that was withdrawn before it was out was never a fee; one from before fees had fields is no row of a table. */
function feesOf(schoolId: string): List {
  return {
    parts: [
      {
        from: 'notices',
        where: { schoolId, 'draft.kind': 'fee', 'draft.fee': { $exists: true }, publishedAt: { $gt: 0 } },
        order: [['publishedAt', -1]],
        then: [
          {
            $project: {
              ...{ 'draft.title': 1, 'draft.fee': 1, 'audience.to': 1, classes: 1, schoolName: 1 },
              ...{ approver: 1, publishedAt: 1, state: 1 },
            },
          },
        ],
      },
    ],
  }
}

function describeFee(notice: NoticeDoc): FeeRow[] {
  const { _id: noticeId, draft, audience, classes, schoolName, approver = '', publishedAt, state } = notice
  if (!draft.fee || publishedAt === undefined) return []
  return [
    {
      ...{ noticeId, title: draft.title, fee: draft.fee, approver, publishedAt },
      classNames: audience.to === 'school' ? [schoolName] : classes.map(({ name }) => name),
      ...(state === 'withdrawn' && { withdrawn: true }),
    },
  ]
}
