// Decides what raw documents a random school has: children, slips, posts that were stopped, rolls, leaves.
import { pick, seedRandom, shuffle, type Random } from '../../../demo/random'

/** Whatever is counted happened in these months; the clock stands at their end. */
export const FIRST = Date.parse('2026-08-10T08:00:00+08:00')
export const LAST = Date.parse('2026-11-18T10:00:00+08:00')
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const noTrail = { trail: [], audited: 0, trailOpen: false }

export interface RawChild {
  _id: string
  classId: string
  guardians: { openid: string }[]
}
export interface RawEntry {
  signedAt?: number
  followed: boolean
  closed?: object
}
export interface RawSlip {
  noticeId: string
  classId: string
  replyMode: 'sign' | 'confirm' | 'read'
  state: 'running' | 'closed' | 'withdrawn'
  publishedAt: number
  deadline?: number
  urgentCause?: string
  toChild?: string
  entries: Record<string, RawEntry>
  reachedBy: { at: number; way: 'phone' | 'paper' | 'face' | 'visit' }[]
}
export interface RawVerdict {
  _id: string
  classIds: string[]
  rules: string[]
  verdict: 'hold' | 'refuse'
  at: number
}
export interface RawRoll {
  classId: string
  day: string
  takenAt?: number
  lines: Record<string, { mark: 'present' | 'late' | 'early' | 'absent' | 'leave' }>
}
export interface RawLeave {
  classId: string
  state: string
}

export interface RandomSchool {
  schoolId: string
  principal: string
  classIds: string[]
  children: RawChild[]
  slips: RawSlip[]
  verdicts: RawVerdict[]
  rolls: RawRoll[]
  leaves: RawLeave[]
  /** As the database has them. */
  collections: Record<string, object[]>
}

export function makeSchool(seed: number): RandomSchool {
  const random = seedRandom(seed)
  const schoolId = `random-${seed}`
  const principal = `o-principal-${seed}`
  const names = shuffle(random, ['一（1）班', '一（2）班', '二（1）班', '四（3）班']).slice(0, 1 + count(random, 4))
  const classes = names.map((name, order) => ({ _id: `${schoolId}-${order}`, schoolId, name, order }))
  const children = classes.flatMap(({ _id }) => makeChildren(random, schoolId, _id))
  const of = (classId: string) => children.filter((child) => child.classId === classId)
  const slips = Array.from({ length: 4 + count(random, 12) }, (_, index) => index).flatMap((index) => {
    const notice = makeNotice(random, `${schoolId}-n${index}`)
    const to = shuffle(random, classes).slice(0, 1 + count(random, classes.length))
    return to.map(({ _id, name }) => ({
      ...{ _id: `${notice.noticeId}.${_id}`, schoolId, classId: _id, className: name, ...notice },
      ...answer(random, notice.publishedAt, of(_id)),
      ...{ updatedAt: notice.publishedAt, ...noTrail },
    }))
  })
  const verdicts = Array.from({ length: count(random, 10) }, (_, index) => ({
    ...{ _id: `${schoolId}-v${index}`, schoolId, authorOpenid: pick(random, ['o-a', 'o-b']), role: 'teacher' },
    classIds: shuffle(random, classes)
      .slice(0, 1 + count(random, classes.length))
      .map(({ _id }) => _id),
    rules: shuffle(random, ['C18', 'C20', 'T01', 'C38']).slice(0, 1 + count(random, 3)),
    ...{ verdict: pick(random, ['hold', 'refuse'] as const), labels: [], digest: '', at: moment(random) },
  }))
  const rolls = classes.flatMap(({ _id, name }) =>
    makeRolls(random, { schoolId, classId: _id, className: name }, of(_id)),
  )
  const leaves = classes.flatMap(({ _id, name }) =>
    makeLeaves(random, { schoolId, classId: _id, className: name }, of(_id)),
  )
  const school = {
    ...{ _id: schoolId, name: '随机小学', kind: 'primary', calendar: { rest: [], school: [] }, office: [] },
    ...{ principals: [{ openid: principal, name: '孙平' }], createdAt: FIRST - 400 * DAY_MS, toldOn: '2099-01-01' },
    ...noTrail,
  }
  const rosters = classes.map((each) => ({
    ...{ ...each, teachers: [], ...noTrail },
    roster: of(each._id).map(({ _id, no, name }) => ({ childId: _id, no, name })),
  }))
  const people = [{ _id: principal, consentAt: FIRST, consentVersion: 1, credits: {}, updatedAt: FIRST }]
  return {
    ...{ schoolId, principal, classIds: classes.map(({ _id }) => _id), children, slips, verdicts, rolls, leaves },
    collections: { schools: [school], classes: rosters, children, slips, verdicts, rolls, leaves, people },
  }
}

const count = (random: Random, below: number) => Math.floor(random() * below)
const moment = (random: Random) => FIRST + count(random, (LAST - FIRST) / 60_000) * 60_000

function makeChildren(random: Random, schoolId: string, classId: string) {
  return Array.from({ length: 1 + count(random, 7) }, (_, index) => ({
    ...{ _id: `${classId}-${index}`, schoolId, classId, no: String(index + 1), name: `孩子${index + 1}`, contacts: [] },
    guardians: Array.from({ length: count(random, 4) }, (_seat, seat) => ({
      ...{ openid: `o-${classId}-${index}-${seat}`, relation: 'mother' as const, card: '家长', since: 0 },
    })),
    ...noTrail,
  }))
}

function makeNotice(random: Random, noticeId: string) {
  const publishedAt = moment(random)
  return {
    ...{ noticeId, publishedAt, authorOpenid: pick(random, ['o-a', 'o-b', 'o-c']), sender: '老师', source: 'school' },
    ...{ kind: 'activity', title: '通知', search: { title: [], text: [] }, important: random() < 0.3, version: 1 },
    replyMode: pick(random, ['sign', 'sign', 'confirm', 'read'] as const),
    state: pick(random, ['running', 'running', 'closed', 'withdrawn'] as const),
    ...(random() < 0.7 && { deadline: publishedAt + count(random, 60) * DAY_MS }),
    ...(random() < 0.2 && { urgentCause: pick(random, ['safety', 'closure', 'other']) }),
    ...(random() < 0.1 && { toChild: 'somebody' }),
  }
}

/** Signed, told by telephone or on paper, not yet, or not any more. */
function answer(random: Random, publishedAt: number, children: { _id: string; no: string; name: string }[]) {
  const reachedBy: RawSlip['reachedBy'] = []
  const entries: RawSlip['entries'] = {}
  for (const { _id, no, name } of children) {
    const entry = { no, name, guardians: 1, pushed: 0, followUps: [] as object[], followed: false }
    const luck = random()
    const at = Math.min(LAST, publishedAt + count(random, 90 * 60) * 60_000)
    if (luck < 0.5) entries[_id] = Object.assign(entry, { signedAt: at, version: 1 })
    else if (luck < 0.7) {
      const way = pick(random, ['phone', 'paper', 'face', 'visit'] as const)
      reachedBy.push(Object.assign({ childId: _id, by: 'o-a' }, { at, way }))
      entries[_id] = Object.assign(entry, {
        followed: true,
        followedVersion: 1,
        followUps: [{ way, told: '妈妈', at }],
      })
    } else if (luck < 0.8) entries[_id] = Object.assign(entry, { closed: { at, cause: 'left' } })
    else entries[_id] = entry
  }
  return { entries, reachedBy }
}

interface Place {
  schoolId: string
  classId: string
  className: string
}

/** In September, when nobody is on leave. */
function makeRolls(random: Random, place: Place, children: { _id: string; no: string; name: string }[]) {
  return Array.from({ length: count(random, 14) }, (_, index) => {
    const day = `2026-09-${String(1 + index).padStart(2, '0')}`
    const half = pick(random, ['am', 'pm'] as const)
    const lines = Object.fromEntries(
      children.map(({ _id, no, name }) => [
        _id,
        { no, name, mark: pick(random, ['present', 'present', 'present', 'late', 'early', 'absent'] as const) },
      ]),
    )
    const takenAt = Date.parse(`${day}T08:20:00+08:00`)
    return {
      ...{ _id: `${place.classId}:${day}:${half}`, ...place, day, half, lines, contacts: {}, open: 0, version: 1 },
      ...(random() < 0.9 && { takenAt, takenBy: { card: '老师' } }),
      ...{ counts: { total: 0, present: 0, late: 0, early: 0, leave: 0, absent: 0 }, updatedAt: takenAt, ...noTrail },
    }
  })
}

/** In October and November. */
function makeLeaves(random: Random, place: Place, children: { _id: string; no: string; name: string }[]) {
  return children.flatMap(({ _id, no, name }, index) => {
    if (random() < 0.5) return []
    const day = `2026-10-${String(12 + count(random, 5)).padStart(2, '0')}`
    const submittedAt = Date.parse(`${day}T07:00:00+08:00`)
    return [
      {
        ...{ _id: `${place.classId}-leave-${index}`, ...place, childId: _id, childName: name, no, kind: 'fever' },
        ...{ span: { from: day, fromHalf: 'am', to: day, toHalf: 'pm' }, days: 1, dates: [day], proof: [] },
        state: pick(random, ['pending', 'approved', 'rejected', 'returned', 'withdrawn']),
        ...{ applicant: { openid: 'o-x', card: '家长' }, submittedAt, updatedAt: submittedAt + HOUR_MS },
        ...{ slots: [`${place.classId}-leave-${index}`], ...noTrail },
      },
    ]
  })
}
