// Decides that attendance asks the database seldom, with everything open at once, and reads no more as years go by.
import type { ActionName, Input } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  childId,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { giveLeave, takeRoll, type Marks } from './given-rolls'

const at = (index: number) => childId(CLASS, index)
const [GONE, MISSING, OWN] = [at(0), at(1), at(3)]
const fever: Marks[string] = { mark: 'present', symptoms: ['fever'] }
const DAYS = ['2026-09-01', '2026-09-02', '2026-09-03']
const MONTH = '2026-09'

type Reads = { [Name in ActionName]?: [openid: string, input: Input<Name>] }
/** Kept of earlier school years: as many as a class has in three, where it has many. */
const YEARS = [2023, 2024, 2025]

describe.each([
  ['two classes', 0],
  ['thirty classes', 28],
])(
  'given a school of %s with a child missing, an incident, a warning and a child that does not come',
  (_, moreClasses) => {
    let school: GivenSchool
    let reads: Reads
    beforeAll(async () => {
      school = await givenSchool({ children: 40, moreClasses, now: `${DAYS[0]}T08:05:00+08:00` })
      for (const day of DAYS) {
        await school.at(`${day}T08:05:00+08:00`)
        await takeRoll(school, HEAD_TEACHER, CLASS, {
          ...{ [GONE]: 'absent', [at(6)]: fever, [at(7)]: fever, [at(8)]: fever },
          ...(day === DAYS[2] && { [MISSING]: 'absent' }),
        })
        await school.tick()
      }
      await giveLeave(school, {
        mother: motherOf(OWN),
        head: HEAD_TEACHER,
        childId: OWN,
        kind: 'cough',
        from: '2026-09-04',
      })
      const { incidentId } = await school.get(HEAD_TEACHER, 'incident.open', { childId: OWN, kind: 'sudden' })
      const [warning] = (await school.stored<{ _id: string; classId?: string }>('warnings')).filter(
        (each) => each.classId,
      )
      const [dropout] = await school.stored<{ _id: string }>('dropouts')
      reads = {
        'attendance.day': [PRINCIPAL, { schoolId: SCHOOL }],
        'attendance.class': [HEAD_TEACHER, { classId: CLASS, month: MONTH }],
        'attendance.child': [motherOf(OWN), { childId: OWN, month: MONTH }],
        'attendance.health': [OFFICE, { schoolId: SCHOOL }],
        'attendance.warning': [HEAD_TEACHER, { warningId: warning?._id ?? '' }],
        'attendance.dropout': [HEAD_TEACHER, { dropoutId: dropout?._id ?? '' }],
        'incident.read': [HEAD_TEACHER, { incidentId }],
        'incident.list': [PRINCIPAL, { of: 'school', schoolId: SCHOOL }],
        'leave.month': [TEACHER, { classId: CLASS, month: MONTH }],
        'roll.record': [PRINCIPAL, { schoolId: SCHOOL, from: '2026-09-03', to: '2026-09-03' }],
      }
    })
    afterAll(() => school.stop())

    const identities = [
      [motherOf(OWN), keyOf('guardian', OWN)],
      [HEAD_TEACHER, keyOf('head_teacher', CLASS)],
      [TEACHER, keyOf('teacher', CLASS)],
      [OFFICE, keyOf('office', SCHOOL)],
      [PRINCIPAL, keyOf('principal', SCHOOL)],
    ] as const

    /** What one call costs: calls of the database, and rows that it looks at. */
    async function costOf<Name extends ActionName>(openid: string, action: Name, input: Input<Name>) {
      await school.cloud.control('counters.reset')
      await school.get(openid, action, input)
      const { actions } = await school.cloud.control<{ actions: Record<string, { rowsRead: number }> }>('counters.read')
      return { calls: await school.databaseCalls(action), rows: actions[action]?.rowsRead ?? 0 }
    }
    const costs = async () => {
      const found: Record<string, { calls: number; rows: number }> = {}
      for (const [action, [openid, input]] of Object.entries(reads) as [ActionName, [string, never]][]) {
        found[action] = await costOf(openid, action, input)
      }
      for (const [openid, identity] of identities) found[identity] = await costOf(openid, 'today.read', { identity })
      return found
    }

    test('L10 L11 Q11 every page of attendance takes at most 2 calls, every 今天 3', async () => {
      const today = await school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) })
      expect(today).toMatchObject({ warnings: [{}], dropouts: [{}], incidents: [{}] })
      const most = (name: string) => (name in reads ? 2 : 3)
      const over = Object.entries(await costs()).filter(([name, { calls }]) => calls === 0 || calls > most(name))
      expect(over).toEqual([])
    })

    test('X06 given three years more behind it, then no page looks at more rows than before, and none without an index', async () => {
      const before = await costs()
      await keepYears()
      const after = await costs()
      // A list that says how many there are has to count them.
      const grown = Object.keys(before).filter(
        (name) => name !== 'incident.list' && (after[name]?.rows ?? 0) > (before[name]?.rows ?? 0),
      )
      expect(grown.map((name) => [name, before[name]?.rows, after[name]?.rows])).toEqual([])
      await school.tick()
      const { scans } = await school.cloud.control<{ scans: unknown[] }>('counters.read')
      expect(scans).toEqual([])
    })

    /** The same again in other years, over and done with. */
    async function keepYears() {
      for (const [collection, over] of Object.entries({
        rolls: { open: 0, contacts: {} },
        warnings: { open: false, closed: { at: 1, children: 0 } },
        dropouts: { open: false, closed: { at: 1, how: 'back' } },
        incidents: { state: 'closed' },
        leaves: { state: 'approved' },
      })) {
        const kept = await school.stored<{ _id: string; classId?: string }>(collection)
        const documents = YEARS.flatMap((year) =>
          Array.from({ length: 12 }, (_month, month) => `${year}-${String(month + 1).padStart(2, '0')}`).flatMap(
            (month) => kept.filter(({ classId }) => classId).map((each) => ({ ...movedTo(month, each), ...over })),
          ),
        )
        await school.cloud.control('data.import', { collection, documents })
      }
    }
  },
)

/** Every day and moment that a document names lies in another month; whatever was due is not. */
function movedTo(month: string, document: { _id: string }): object {
  const { duty: _duty, trailOpen: _open, ...rest } = document as { _id: string; duty?: unknown; trailOpen?: unknown }
  const first = Date.parse(`${MONTH}-01T00:00:00+08:00`)
  const shift = Date.parse(`${month}-01T00:00:00+08:00`) - first
  const moved = JSON.parse(JSON.stringify(rest).replaceAll(MONTH, month), (_key, value: unknown) =>
    typeof value === 'number' && value >= first ? value + shift : value,
  ) as object
  const _id = `${month}-${document._id}`
  return { ...moved, _id, trailOpen: false, ...('slot' in moved && { slot: _id }) }
}
