// Proves over every looking action, as everybody who may ask, that children never stand by a figure (X08).
import type { ActionName } from '@class-pact/core/contract'
import * as demo from '../../../demo'
import { settleSchool } from '../../../local/settle-school'
import { ACTIONS, isLooking, parseInput } from '../../actions'
import { aFormNotice } from '../given-form'
import { NOW, openHouse, type House } from '../people/house'

const SCHOOL = 'demo-school'
const CLASS = 'demo-class-3-2'
/** So many of a kind are looked at: the first ones of the demo. */
const SAMPLES = 3
/** Who leads the school, who leads a class, who teaches in one, whose child is in one. */
const ASKERS = ['李校长', '语文王老师', '英语刘老师', '张小明妈妈']
/** Of fewer than these no order can be told. */
const ROW_MIN = 3
const LONG_MS = 400_000

/** Why the demo has nothing to show for a looking action; none of them answers with more than one child. */
const ONE_CHILD_OR_NONE: readonly ActionName[] = [
  ...(['move.read', 'application.read', 'child.read', 'photo.choice', 'leave.prepare', 'paper.read'] as const),
  ...(['slip.proof', 'album.download', 'survey.read', 'attendance.child', 'leave.read', 'incident.read'] as const),
  ...([
    'attendance.dropout',
    'person.export',
    'talk.read',
    'entry.read',
    'slip.signed',
    'talk.own',
    'case.own',
  ] as const),
]
/** Of invitations, files, drafts, tasks, draws and bureaus: they name no child. */
const NO_CHILD: readonly ActionName[] = [
  ...([
    'invitation.read',
    'roster.problems',
    'roster.preview',
    'calendar.preview',
    'office.open',
    'head.list',
  ] as const),
  ...(['pact.preview', 'pact.draft', 'misjudgement.list', 'task.read', 'task.board', 'draw.read'] as const),
  ...(['bureau.invitation', 'bureau.schools', 'bureau.notices', 'bureau.report', 'permission.list'] as const),
]

interface Row {
  _id: string
  [field: string]: unknown
}

let house: House
let askers: string[]
let inputs: object[]
/** The place of every child on the roll of its class, by its id and by what it is called there. */
const places = new Map<string, number>()

beforeAll(async () => {
  house = await openHouse()
  await settleSchool(house.cloud.url, demo, true)
  await house.cloud.control('timers.run', { name: 'scheduler', times: 3 })
  const { people } = demo.buildDemo(Date.parse(NOW))
  askers = ASKERS.map((label) => people.find((person) => person.label === label)?.openid ?? '')
  const formNotice = await askInAForm(people.find(({ label }) => label === ASKERS[1])?.openid ?? '')
  const of = async (name: string) => (await house.stored<Row>(name)).slice(0, SAMPLES)
  const children = await house.stored<{ _id: string; no: string; name: string }>('children')
  for (const { _id, no, name } of children) {
    places.set(_id, Number(no))
    // Two children of one name stand in two classes; either place would do, so neither is looked at.
    places.set(name, places.has(name) ? Number.NaN : Number(no))
  }
  await fallIll(children.slice(0, 5).map(({ _id, ...child }) => ({ childId: _id, ...child })))
  const [classes, slips, entries, settings] = [
    await of('classes'),
    await of('slips'),
    await of('entries'),
    await house.stored<{ settings: { register: string }[] }>('registers'),
  ]
  const registers = settings.flatMap((each) => each.settings.map(({ register }) => register))
  const ranged = ['month', 'term'].map((range) => ({ range }))
  const school = { schoolId: SCHOOL }
  inputs = [
    ...[{}, school, { ...school, day: NOW.slice(0, 10) }, { ...school, from: '2026-08-20', to: NOW.slice(0, 10) }],
    ...ranged.map((range) => ({ ...school, ...range })),
    ...(['posts', 'follow_ups', 'owed', 'late'] as const).map((figure) => ({ ...school, range: 'term', figure })),
    ...(['class', 'school', 'held'] as const).map((kind) => ({ of: kind, ...school })),
    ...children.slice(0, 2).flatMap(({ _id }) => [{ childId: _id }, { of: 'child', childId: _id }]),
    ...classes.flatMap(({ _id: classId }) => [
      ...[{ classId }, { classId, ...school }, { of: 'class', classId }, { classId, month: NOW.slice(0, 7) }],
      ...ranged.map((range) => ({ classId, ...range })),
      ...registers.map((register) => ({ register, ...school, classId })),
      ...[`head_teacher:${classId}`, `teacher:${classId}`].map((identity) => ({ identity })),
    ]),
    ...registers.map((register) => ({ register, ...school })),
    ...[`principal:${SCHOOL}`, `office:${SCHOOL}`].map((identity) => ({ identity })),
    { noticeId: formNotice, classId: CLASS },
    ...slips.map(({ noticeId, classId }) => ({ noticeId, classId })),
    ...entries.map(({ _id }) => ({ ...school, entryId: _id })),
    ...(await of('notices')).map(({ _id }) => ({ noticeId: _id })),
    ...(await of('albums')).map(({ _id }) => ({ albumId: _id })),
    ...(await of('warnings')).map(({ _id }) => ({ warningId: _id })),
    ...(await of('draws')).map(({ _id }) => ({ ...school, drawId: _id })),
    ...(await of('tasks')).map(({ _id, noticeId }) => ({ taskId: _id, noticeId })),
  ]
}, LONG_MS)
afterAll(() => house.cloud.stop())

/** A notice that asks every family something: the answers are listed by child. */
async function askInAForm(headTeacher: string): Promise<string> {
  const audience = { to: 'classes' as const, classIds: [CLASS] }
  const { noticeId } = await house.get(headTeacher, 'notice.publish', aFormNotice({ audience }))
  return noticeId
}

/** An illness is going round in the class: the only list of children that the demo does not have. */
async function fallIll(ill: { childId: string; no: string; name: string }[]): Promise<void> {
  const now = Date.parse(NOW)
  const day = NOW.slice(0, 10)
  const cases = ill.map(({ childId, no, name }) => ({ childId, no, name, day }))
  const document = {
    ...{ _id: `${CLASS}:fever:${day}`, schoolId: SCHOOL, classId: CLASS, className: '三（2）班', symptom: 'fever' },
    ...{
      firstDay: day,
      lastDay: day,
      today: ill.length,
      children: ill.length,
      since: now,
      cases,
      asOf: now,
      open: true,
    },
    ...{ trail: [], audited: 0, trailOpen: false },
  }
  await house.cloud.control('data.import', { collection: 'warnings', documents: [document] })
}

/** What of the demo an action takes, each once. */
function inputsOf(action: ActionName): object[] {
  const taken = inputs.flatMap((each) => {
    const parsed = parseInput(action, each)
    return parsed.ok ? [JSON.stringify(parsed.input)] : []
  })
  return [...new Set(taken)].map((each) => JSON.parse(each) as object)
}

/** The child that a row is about: by an id, or by a name and nothing else. */
function placeOf(row: unknown): number | undefined {
  if (typeof row === 'string') return places.get(row)
  if (typeof row !== 'object' || row === null) return undefined
  const { childId, id, name, childName } = row as Record<string, unknown>
  for (const said of [childId, id, childName, name]) {
    const place = typeof said === 'string' ? places.get(said) : undefined
    if (place !== undefined && !Number.isNaN(place)) return place
  }
  return undefined
}

/** Every list of rows about children in an answer, with its way there. */
function* listsIn(answer: unknown, way = ''): Generator<{ way: string; rows: unknown[]; places: number[] }> {
  if (typeof answer !== 'object' || answer === null) return
  if (Array.isArray(answer)) {
    const found = answer.map(placeOf)
    if (answer.length >= ROW_MIN && found.every((place) => place !== undefined)) {
      yield { way, rows: answer, places: found as number[] }
    }
  }
  for (const [key, value] of Object.entries(answer)) yield* listsIn(value, `${way}.${key}`)
}

const climbs = (values: readonly (number | string)[]) =>
  values.every((value, at) => at === 0 || (values[at - 1] ?? value) <= value)
const isMonotone = (values: readonly (number | string)[]) => climbs(values) || climbs([...values].reverse())

/** What says when: an order by time is the order in which things happened. */
const WHEN = /(at|At|day|since|from|on|until|deadline|time)$/

/** The order of the roll, or that of time; several classes stand one after the other. */
function isNeutral({ rows, places: order }: { rows: unknown[]; places: number[] }): boolean {
  const starts = order.filter((place, at) => at > 0 && place < (order[at - 1] ?? 0)).length
  const classes = new Set(rows.map((row) => (row as { classId?: string }).classId ?? '')).size
  if (starts < Math.max(1, classes)) return true
  const fields = Object.keys(rows[0] ?? {}).filter((field) => WHEN.test(field))
  return fields.some((field) => {
    const values = rows.map((row) => (row as Record<string, unknown>)[field])
    return values.every((value) => typeof value === 'number' || typeof value === 'string') && isMonotone(values)
  })
}

describe('given lists that stand by a figure, when they are looked at, then they are seen', () => {
  const row = (place: number, more: object) => ({ childId: `c${String(place)}`, ...more })
  test('X08 rows by points are a ranking, by the roll or by time they are none', () => {
    const ranked = [row(3, { points: 9 }), row(1, { points: 8 }), row(2, { points: 7 })]
    expect(isNeutral({ rows: ranked, places: [3, 1, 2] })).toBe(false)
    expect(isNeutral({ rows: ranked, places: [1, 2, 3] })).toBe(true)
    const timed = [row(3, { at: 1 }), row(1, { at: 2 }), row(2, { at: 5 })]
    expect(isNeutral({ rows: timed, places: [3, 1, 2] })).toBe(true)
  })
})

test(
  'X08 given every looking action and everybody of the demo, then no list of children stands by a figure',
  async () => {
    const looking = (Object.keys(ACTIONS) as ActionName[]).filter(isLooking)
    const rankings: string[] = []
    const answered = new Set<ActionName>()
    let lists = 0
    for (const action of looking) {
      for (const input of inputsOf(action)) {
        const replies = await Promise.all(askers.map((openid) => house.ask(openid, action, input as never)))
        for (const reply of replies) {
          if (!reply.ok) continue
          answered.add(action)
          for (const list of listsIn(reply.data)) {
            lists += 1
            if (!isNeutral(list)) rankings.push(`${action}${list.way}: ${list.places.join(' ')}`)
          }
        }
      }
    }
    expect([...new Set(rankings)]).toEqual([])
    const silent = looking.filter((action) => !answered.has(action))
    expect(silent.filter((action) => ![...ONE_CHILD_OR_NONE, ...NO_CHILD].includes(action))).toEqual([])
    expect(lists).toBeGreaterThan(50)
  },
  LONG_MS,
)
