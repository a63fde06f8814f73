// Decides what is asked of cases; none is ever removed (G06).
import type { Instant } from '@class-pact/core/contract'
import { openCollection, type Stage, type Where } from '../../common/store/collection'
import type { CaseDoc } from './documents'
import type { Part } from '../../common/store/pages'

const DAY_MS = 86_400_000

export const cases = openCollection<CaseDoc>('cases')

/** Cases of one guardian in one class that may mute at once: one is open, and a mute ends within a month. */
const MUTING_MOST = 20

/** A guardian has one open case a class: its place is unique. */
export const slotOf = (classId: string, openid: string): string => `${classId}:${openid}`

/** A school's cases that are the leaders' by now: `canAct` of core/moderation, asked of the database (G06, G21). */
export function leadersCases(schoolId: string, now: Instant): Required<Pick<Part, 'where' | 'by'>> {
  const late = { $add: ['$openedAt', { $multiply: ['$ladder.leadersAfterDays', DAY_MS] }] }
  const theirsFrom = { $ifNull: ['$leadersAt', late] }
  return { where: { schoolId, state: 'open' }, by: [{ $match: { $expr: { $lte: [theirsFrom, now] } } }] }
}

/** Those that lie with 学生工作处: `deskAt` of core/moderation, asked of the database (G21). */
export const disciplineCases = (schoolId: string, now: Instant): Where => ({
  ...{ schoolId, state: 'open' },
  rises: {
    $elemMatch: { desk: 'discipline', at: { $lte: now } },
    $not: { $elemMatch: { desk: { $in: ['office', 'principal'] }, at: { $lte: now } } },
  },
})

/** What of a case says where it lies now. */
export type RisenCase = Pick<CaseDoc, 'rises' | 'ladder' | 'openedAt'>

/** Brings along, as `risen`, a class's open cases that are not its head teacher's any more (G06, G21); one a guardian at most. */
export const lookUpRisen = (classId: string, now: Instant): Stage => ({
  $lookup: {
    from: 'cases',
    pipeline: [
      { $match: { classId, state: 'open', leadersAt: { $lte: now } } },
      { $sort: { openedAt: 1 } },
      { $project: { rises: 1, ladder: 1, openedAt: 1 } },
    ],
    as: 'risen',
  },
})

/** What is kept of a mute outside the person: the steps of the case it belongs to. */
export type MutingCase = Pick<CaseDoc, 'steps'>

/**
 * Brings the cases along, as `mutes`, that still mute somebody in the class of the row: a mute is not lifted by deleting
 * one's data and joining again (G04).
 * @param classField the field of the row that names the class
 */
export function lookUpMutes(openid: string, classField: string, now: Instant): Stage {
  return {
    $lookup: {
      from: 'cases',
      let: { class: `$${classField}` },
      pipeline: [
        {
          $match: {
            'guardian.openid': openid,
            'steps.until': { $gt: now },
            $expr: { $eq: ['$classId', '$$class'] },
          },
        },
        { $project: { steps: 1 } },
      ],
      as: 'mutes',
    },
  }
}

/** When the last of these mutes ends, by class; empty when none does. */
export function mutesOf(found: readonly MutingCase[], classId: string): Record<string, Instant> {
  const ends = found.flatMap(({ steps }) => steps.flatMap(({ until }) => until ?? []))
  return ends.length > 0 ? { [classId]: Math.max(...ends) } : {}
}

/**
 * A guardian's cases follow them to another account (M13): a mute is not lifted by changing it. Returns what still holds.
 * A repeat changes nothing more.
 */
export async function followAccount(
  classId: string,
  from: string,
  to: string,
  now: Instant,
): Promise<Record<string, Instant>> {
  const slots = [from, to].map((openid) => slotOf(classId, openid))
  await cases.update({ slot: slots[0] }, { $set: { slot: slots[1], 'guardian.openid': to } })
  await cases.update({ classId, 'guardian.openid': from, state: 'closed' }, { $set: { 'guardian.openid': to } })
  return mutesOf(await listMuting(classId, to, now), classId)
}

/** The cases that still mute a guardian in a class. */
export function listMuting(classId: string, openid: string, now: Instant): Promise<MutingCase[]> {
  const muting = { classId, 'guardian.openid': openid, 'steps.until': { $gt: now } }
  return cases.list<MutingCase>(muting, { limit: MUTING_MOST, fields: { steps: 1 } })
}

/** Appeals that nobody has answered: the principal's (G04). */
export const openAppeals = (schoolId: string) => ({ schoolId, appealedAt: { $gt: 0 } })
