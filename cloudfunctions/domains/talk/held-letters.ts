// Decides which letters wait for whose look: a family's for the head teacher's, all others for the leaders' (G02).
import type { HeldLetter, Input, LetterPhoto } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { isLeader } from '../../common/call/scope'
import { refuse, succeed } from '../../common/call/results'
import type { Stage, Where } from '../../common/store/collection'
import { readPage, type List } from '../../common/store/pages'
import { linkFiles } from '../../common/wechat/files'
import type { LetterDoc, TalkDoc } from './documents'

export type HeldRow = Pick<TalkDoc, '_id' | 'childName' | 'className' | 'matter'> & { letter: LetterDoc }

function listOf(query: Input<'letter.held'>): List {
  const isClass = query.of === 'class'
  const looker = isClass ? 'head_teacher' : 'leaders'
  return {
    parts: [
      {
        from: 'talks',
        where: { ...(isClass ? { classId: query.classId } : { schoolId: query.schoolId }), holding: looker },
        by: [
          { $project: { childName: 1, className: 1, matter: 1, letter: '$letters' } },
          { $unwind: '$letter' },
          { $match: { 'letter.state': 'held', 'letter.looker': looker } },
        ],
        order: [
          ['letter.heldAt', 1],
          ['letter.letterId', 1],
        ],
      },
    ],
  }
}

export function describeHeld(
  { _id: talkId, childName, className, matter, letter }: HeldRow,
  openid: string,
  links: ReadonlyMap<string, string>,
): HeldLetter {
  const { letterId, by, words, reasons, check, at, heldAt = at } = letter
  const { suggest, label } = check
  return {
    ...{ talkId, letterId, childName, className, matter, by: by.card, words, reasons, heldAt },
    photos: letter.media.map((photo) => showToLooker(photo, links)),
    check: { suggest, ...(label !== undefined && { label }) },
    isMine: by.openid === openid,
  }
}

/** Whoever looks sees what WeChat doubts: that is what they look for. */
const showToLooker = (
  { fileId, suggest }: LetterDoc['media'][number],
  links: ReadonlyMap<string, string>,
): LetterPhoto => ({
  url: links.get(fileId) ?? '',
  state: suggest === 'pass' || suggest === 'pending' ? suggest : 'doubted',
})

/** How many letters wait for somebody's look. */
export function lookUpHeld(where: Where, looker: 'head_teacher' | 'leaders'): Stage {
  const pipeline = [
    { $match: { ...where, holding: looker } },
    { $unwind: '$holding' },
    { $match: { holding: looker } },
    { $count: 'count' },
  ]
  return { $lookup: { from: 'talks', pipeline, as: 'heldLetters' } }
}

export const linksOf = ({ media }: LetterDoc) => linkFiles(media.map(({ fileId }) => fileId))

export const listHeld: Handler<'letter.held', undefined> = async (query, { openid, identity }) => {
  if (query.of === 'class' ? identity.role !== 'head_teacher' : !isLeader(identity)) return refuse('FORBIDDEN')
  const { rows, total, next } = await readPage<HeldRow>(openid, listOf(query), query.after)
  const links = await linkFiles(rows.flatMap(({ letter }) => letter.media.map(({ fileId }) => fileId)))
  return succeed({ letters: rows.map((row) => describeHeld(row, openid, links)), total, next })
}
