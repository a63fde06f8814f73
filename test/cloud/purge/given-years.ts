// Decides what a school does in a year that a test purges later: papers, signatures, proofs, talks, photos, rolls.
import type { AuditRow } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  aNotice,
  anOuting,
  childId,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { anAlbum } from '../album/given-album'
import { takeRoll } from '../roll/given-roll'
import { aLetter, aTalk } from '../talk/given-talk'
import { aJpeg, aPng, uploadAs } from '../uploads'

const DAY_MS = 86_400_000
export const CHILD = childId(CLASS, 0)
export const MOTHER = motherOf(CHILD)

/** Years of the tests, by the year they began in, and the nights on which they go. */
export const FIRST_YEAR = 2026
export const HALF_YEAR_NIGHT = '2028-03-01T02:00:00+08:00'
export const WHOLE_YEAR_NIGHT = '2028-09-01T02:00:00+08:00'
const minuteAfter = (iso: string) => new Date(Date.parse(iso) + 60_000).toISOString()

export interface Lived {
  noticeId: string
  leaveId: string
  talkId: string
}

/** One day of a class, with a file of every kind. @param iso ten in the morning of a school day */
export async function liveOneDay(school: GivenSchool, iso: string): Promise<Lived> {
  await school.at(iso)
  const now = Date.parse(iso)
  const photos = [await uploadAs(school, HEAD_TEACHER, 'photo', aJpeg())]
  const deadline = now + 5 * DAY_MS
  const event = { day: new Date(now + 6 * DAY_MS).toISOString().slice(0, 10), place: '植物园' }
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', anOuting({ photos, deadline, event }))
  await school.tick()
  const signature = await uploadAs(school, MOTHER, 'signature', aPng())
  await school.get(MOTHER, 'slip.sign', { noticeId, classId: CLASS, childId: CHILD, version: 1, signature })
  await school.cloud.control('verdicts.set', { suggest: 'review', times: 1 })
  const held = [await uploadAs(school, HEAD_TEACHER, 'photo', aJpeg())]
  const { noticeId: kept } = await school.get(HEAD_TEACHER, 'notice.publish', aNotice({ photos: held }))
  await school.get(PRINCIPAL, 'evidence.keep', { noticeId: kept })

  const proof = [await uploadAs(school, MOTHER, 'proof', aJpeg())]
  const ill = new Date(now + DAY_MS).toISOString().slice(0, 10)
  const span = { from: ill, fromHalf: 'am', to: ill, toHalf: 'pm' } as const
  const { leaveId } = await school.get(MOTHER, 'leave.submit', { childId: CHILD, kind: 'fever', span, proof })
  await school.get(HEAD_TEACHER, 'leave.decide', { leaveId, approve: true })

  const letter = [await uploadAs(school, MOTHER, 'letter', aJpeg())]
  const { talkId } = await school.get(MOTHER, 'talk.open', aTalk({ photos: letter }))
  await school.tick()
  await school.get(HEAD_TEACHER, 'talk.send', aLetter(talkId))

  await school.get(HEAD_TEACHER, 'album.publish', await anAlbum(school))
  await takeRoll(school, { [childId(CLASS, 1)]: 'late' })
  const opened = { childId: CHILD, kind: 'sudden' } as const
  const { incidentId } = await school.get(HEAD_TEACHER, 'incident.open', opened)
  await school.get(HEAD_TEACHER, 'incident.close', { incidentId, outcome: 'returned', words: '休息后好转' })
  await settle(school)
  return { noticeId, leaveId, talkId }
}

/** The clock does all that is due, and all of it is in the audit. */
export async function settle(school: GivenSchool): Promise<void> {
  for (let minute = 0; minute < 3; minute++) {
    await school.tick()
    await school.advance(60_000)
  }
}

/** Goes to a night and lets the clock work until nothing of the purge is left to do. */
export async function purge(school: GivenSchool, night: string): Promise<void> {
  await school.at(minuteAfter(night))
  for (let minute = 0; minute < 10; minute++) {
    await school.tick()
    await school.advance(60_000)
  }
}

export const files = async (school: GivenSchool): Promise<string[]> =>
  (await school.cloud.control<{ files: { path: string }[] }>('files.list')).files
    .map(({ path }) => path)
    .filter((path) => path.startsWith('kept/') && !path.startsWith('kept/taken/') && path !== 'kept/bucket')
    .sort()

export async function audit(school: GivenSchool): Promise<{ rows: AuditRow[]; intact: boolean }> {
  const rows: AuditRow[] = []
  for (let after: number | undefined = 0; after !== undefined;) {
    const page: { rows: AuditRow[]; intact: boolean; next?: number } = await school.get(PRINCIPAL, 'audit.export', {
      schoolId: SCHOOL,
      after,
    })
    rows.push(...page.rows)
    if (!page.intact) return { rows, intact: false }
    after = page.next
  }
  return { rows, intact: true }
}
