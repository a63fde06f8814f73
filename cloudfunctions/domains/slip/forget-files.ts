// Decides what of slips goes when a family deletes its data: pictures of its signatures, photos it answered with.
import type { TrailEntry } from '../../common/store/documents'
import type { Where } from '../../common/store/collection'
import { deleteFiles } from '../../common/files/delete-files'
import { withTrail } from '../../common/store/trail'
import { children as childDocs, type ChildDoc } from '../class'
import type { SlipDoc } from './documents'
import { slips } from './store'

/** Children of one family: more than anybody has. */
const CHILDREN_MOST = 30
const AT_ONCE = 20

type Own = Pick<ChildDoc, '_id' | 'classId' | 'classesBefore'>

/**
 * That somebody signed stays with the slip, and the digest of the ink (M12). Files go first and are named until they are
 * gone: a broken call is finished by the next. Seats are still there meanwhile (person/forget-person.ts).
 */
export async function forgetFiles(openid: string, act: TrailEntry): Promise<void> {
  const own = await childDocs.list<Own>(
    { 'guardians.openid': openid },
    { limit: CHILDREN_MOST, fields: { classId: 1, classesBefore: 1 } },
  )
  for (const child of own) {
    for (;;) {
      const found = await slips.list<SlipDoc>(withFilesOf(openid, child), { limit: AT_ONCE, fields: { trail: 0 } })
      if (found.length === 0) break
      for (const slip of found) await emptyLine(slip, child._id, openid, act)
    }
  }
}

function withFilesOf(openid: string, { _id, classId, classesBefore = [] }: Own): Where {
  const line = `entries.${_id}`
  const kept = { $exists: true }
  return {
    classId: { $in: [...new Set([classId, ...classesBefore])] },
    $or: [
      { [`${line}.signerOpenid`]: openid, [`${line}.signature`]: kept },
      { [`${line}.earlier`]: { $elemMatch: { signerOpenid: openid, signature: kept } } },
      { [`${line}.signerOpenid`]: openid, [`answers.${_id}.sheet`]: { $elemMatch: { 'files.0': kept } } },
    ],
  }
}

async function emptyLine(slip: SlipDoc, childId: string, openid: string, act: TrailEntry): Promise<void> {
  const { _id, entries, answers = {} } = slip
  const entry = entries[childId]
  if (!entry) return
  const line = `entries.${childId}`
  const isMine = entry.signerOpenid === openid
  const earlier = entry.earlier ?? []
  const sheet = isMine ? (answers[childId]?.sheet ?? []) : []
  await deleteFiles([
    ...(isMine && entry.signature ? [entry.signature] : []),
    ...earlier.flatMap(({ signerOpenid, signature }) => (signerOpenid === openid && signature ? [signature] : [])),
    ...sheet.flatMap(({ files = [] }) => files),
  ])
  const change = {
    $set: {
      ...(earlier.length > 0 && {
        [`${line}.earlier`]: earlier.map(({ signature, ...each }) =>
          each.signerOpenid === openid || !signature ? each : { ...each, signature },
        ),
      }),
      ...(sheet.length > 0 && {
        [`answers.${childId}.sheet`]: sheet.map((each) => (each.files ? { ...each, files: [] } : each)),
      }),
    },
    ...(isMine && { $unset: { [`${line}.signature`]: '' } }),
  }
  await slips.update({ _id }, withTrail(change, { ...act, action: 'slip.forget' }))
}
