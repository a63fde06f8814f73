// Decides which papers somebody has signed, also for children that have gone or changed class (L12).
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import type { OwnChild } from '../../common/call/session'
import type { Where } from '../../common/store/collection'
import { readPage, type Part } from '../../common/store/pages'
import { children as childDocs, type ChildDoc } from '../class'
import { signaturesOf } from './amend-slips'
import type { SlipDoc } from './documents'

/** A condition on slips; without children it finds none. One call. */
export async function signedBy(
  openid: string,
  children: readonly Pick<OwnChild, 'childId' | 'classId'>[],
): Promise<Where> {
  if (children.length === 0) return { _id: '' }
  const stored = await childDocs.list<Pick<ChildDoc, '_id' | 'classesBefore'>>(
    { _id: { $in: children.map(({ childId }) => childId) } },
    { limit: children.length, fields: { classesBefore: 1 } },
  )
  const before = new Map(stored.map(({ _id, classesBefore = [] }) => [_id, classesBefore]))
  const lines = children.flatMap(({ childId, classId }) =>
    [...new Set([classId, ...(before.get(childId) ?? [])])].flatMap((each) =>
      // What was signed under earlier words is theirs too (N11).
      ['signerOpenid', 'earlier.signerOpenid'].map((who) => ({
        classId: each,
        [`entries.${childId}.${who}`]: openid,
      })),
    ),
  )
  return { $or: lines }
}

export const readSigned: Handler<'slip.signed'> = async ({ after }, { openid, person, identity }) => {
  const { childId = '', childName = '', classId = '' } = identity
  const part: Part = {
    from: 'slips',
    where: await signedBy(openid, [{ childId, classId }]),
    order: [['publishedAt', -1]],
    then: [
      {
        $project: {
          noticeId: 1,
          classId: 1,
          className: 1,
          title: 1,
          kind: 1,
          publishedAt: 1,
          [`entries.${childId}`]: 1,
        },
      },
    ],
  }
  const { rows, total, next } = await readPage<SlipDoc>(person._id, { parts: [part] }, after)
  const papers = rows.flatMap(({ noticeId, classId: its, className, title, kind, entries }) => {
    const [latest] = signaturesOf(entries[childId]).filter(({ signerOpenid }) => signerOpenid === openid)
    const { signedAt, signer = '' } = latest ?? {}
    return signedAt === undefined ? [] : [{ noticeId, classId: its, className, title, kind, signedAt, signer }]
  })
  return succeed({ childName, papers, total, next })
}
