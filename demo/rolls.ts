// Decides the demo's rolls: the mornings of a week, this one in one class only, and two children who were looked for.
import { beijingDay, instantOf } from '@class-pact/core/calendar'
import type { AbsenceCause, CheckedWords, Day, Half, Instant, Outcome, Symptom } from '@class-pact/core/contract'
import { composeStaffCard } from '@class-pact/core/family'
import { contactMinutes } from '@class-pact/core/pact'
import { countOpen, countRoll, fillRoll, followLines, noteContact, type HandMark } from '@class-pact/core/roll'
import { CLASS_PLANS, SCHOOL_ID } from './class-plans'
import type { LeaveDoc, RollDoc, TrailEntry } from './documents'
import { openTrail, type Families } from './families'
import { schoolDayBefore } from './school-time'

const HALF: Half = 'am'
const WEEK = 5
const TAKEN = '08:01'
/** Long enough after the check for what follows from it. */
const DONE = '08:30'
/** The class that has taken this morning's; the other is still to do it. */
const TAKEN_TODAY = 'demo-class-5-1'

interface Seen {
  /** School days before today. */
  ago: number
  classId: string
  place: number
  mark: HandMark['mark']
  symptoms?: Symptom[]
  remark?: string
  /** Of a child who is not here: what came of the search, by the clock. */
  search?: { clock: string; outcome: Outcome; cause?: AbsenceCause }[]
}

const [THREE, FIVE] = ['demo-class-3-2', 'demo-class-5-1']
const SEEN: Seen[] = [
  { ago: 5, classId: THREE, place: 9, mark: 'late' },
  { ago: 5, classId: FIVE, place: 17, mark: 'late', remark: '堵车' },
  {
    ...{ ago: 4, classId: FIVE, place: 30, mark: 'absent' as const },
    search: [{ clock: '08:09', outcome: 'reached', cause: 'sick' }],
  },
  { ago: 3, classId: THREE, place: 14, mark: 'present', symptoms: ['cough'] },
  {
    ...{ ago: 2, classId: THREE, place: 12, mark: 'absent' as const },
    search: [
      { clock: '08:05', outcome: 'no_answer' },
      { clock: '08:13', outcome: 'arrived' },
    ],
  },
  { ago: 1, classId: THREE, place: 31, mark: 'late', remark: '雨天路滑' },
  { ago: 0, classId: FIVE, place: 25, mark: 'present', symptoms: ['injury'], remark: '膝盖擦伤，已消毒' },
]

/** Nothing of a morning that is not over, and nothing on a day without school. */
export function listRolls(families: Families, leaves: readonly LeaveDoc[], now: Instant): RollDoc[] {
  const today = beijingDay(now)
  return Array.from({ length: WEEK + 1 }, (_, ago) => ago).flatMap((ago) => {
    const day = schoolDayBefore(now, ago)
    if (now < instantOf(day, DONE)) return []
    return CLASS_PLANS.filter(({ classId }) => day < today || classId === TAKEN_TODAY).map(({ classId }) =>
      taken({ classId, day, ago }, families, leaves),
    )
  })
}

function taken(
  { classId, day, ago }: { classId: string; day: Day; ago: number },
  { classes, pact }: Families,
  leaves: readonly LeaveDoc[],
): RollDoc {
  const place = classes.find(({ _id }) => _id === classId)
  if (!place) throw new Error(`there is no class ${classId}`)
  const { openid } = place.headTeacher
  const by = { card: composeStaffCard(place.headTeacher, 'head_teacher', 'primary') }
  const takenAt = instantOf(day, TAKEN)
  const seen = SEEN.filter((each) => each.ago === ago && each.classId === classId)
  const lines = fillRoll({ roster: place.roster, leaves: coveringLeaves(leaves, day) }, {}, marksOf(seen, takenAt))
  const minutes = contactMinutes(pact)
  const contacts = followLines(lines, {}, { minutes, by: by.card, at: takenAt, takenAt, owner: by.card })
  const id = `${classId}:${day}:${HALF}`
  const reachedBy: NonNullable<RollDoc['reachedBy']> = []
  const acts: TrailEntry[] = [{ id, at: takenAt, by: openid, role: 'head_teacher', action: 'roll.save' }]
  for (const { place: number, search = [] } of seen) {
    const childId = `${classId}-${number}`
    for (const { clock, outcome, cause } of search) {
      const [contact, line] = [contacts[childId], lines[childId]]
      if (!contact || !line) continue
      const at = instantOf(day, clock)
      const note = { id: `${id}:${clock}`, at, by, outcome, ...(cause && { cause }) }
      contacts[childId] = noteContact(contact, note, minutes)
      if (outcome === 'reached') reachedBy.push({ childId, by: openid, way: 'phone', at })
      if (outcome === 'arrived') lines[childId] = { ...line, mark: 'late', at }
      acts.push({ id: note.id, at, by: openid, role: 'head_teacher', action: 'roll.contact' })
    }
  }
  return {
    _id: id,
    ...{ schoolId: SCHOOL_ID, classId, className: place.name },
    ...{ day, half: HALF, takenAt, takenBy: by, lines, contacts },
    counts: countRoll(lines),
    ...(reachedBy.length > 0 && { reachedBy }),
    open: countOpen(contacts),
    version: acts.length,
    updatedAt: acts.at(-1)?.at ?? takenAt,
    ...openTrail(...acts),
  }
}

const marksOf = (seen: readonly Seen[], at: Instant) =>
  new Map(
    seen.map(({ classId, place, mark, symptoms, remark }): [string, HandMark] => [
      `${classId}-${place}`,
      // The demo's own words have passed: nobody else wrote them.
      { mark, at, ...(symptoms && { symptoms }), ...(remark && { remark: remark as CheckedWords }) },
    ]),
  )

const coveringLeaves = (leaves: readonly LeaveDoc[], day: Day) =>
  new Map(
    leaves
      .filter(({ childId, slots }) => slots.includes(`${childId}:${day}:${HALF}`))
      .map(({ _id: leaveId, childId, kind, state }) => [
        childId,
        { leaveId, kind, ...(state === 'pending' && { pending: true as const }) },
      ]),
  )
