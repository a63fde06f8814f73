// Proves that figures are rolled up in slices: a run ends with its time, the next goes on, nothing lost or twice.
import { CLASS, HEAD_TEACHER, anOuting, givenSchool, type GivenSchool } from '../given-school'

/** Classes in which the same thing has changed at the same moment: far more than one slice does here. */
const CLASSES = 24
/** Rows that a slice writes before its time is over. */
const OF_A_SLICE = 5
const CHANGED = Date.parse('2026-09-01T09:00:00+08:00')

interface Row {
  _id: string
  form?: number
  asOf: number
  from?: number
  until?: number
  slips?: unknown[]
}

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
  await school.get(HEAD_TEACHER, 'notice.publish', anOuting())
  await school.tick()
  const [slip] = await school.stored<{ _id: string; noticeId: string }>('slips')
  const slips = Array.from({ length: CLASSES }, (_, index) => ({
    ...{ ...slip, duty: undefined, _id: `${slip?.noticeId}.class-far-${index}`, classId: `class-far-${index}` },
    ...{ publishedAt: CHANGED, updatedAt: CHANGED },
  })).map(({ duty: _duty, ...each }) => each)
  await school.cloud.control('data.import', { collection: 'slips', documents: slips })
})
afterEach(() => school.stop())

const rows = async () => (await school.stored<Row>('statistics')).filter(({ _id }) => _id.startsWith('class-far'))
const progress = async () => (await school.stored<Row>('statistics')).find(({ _id }) => _id === 'roll-up')

/** A run whose time is over while it writes its last row but none. */
async function slice(): Promise<void> {
  await school.cloud.control('faults.set', {
    ...{ target: 'database:insertDocument:statistics', mode: 'wait', after: OF_A_SLICE - 1, times: 1 },
  })
  const run = school.tick()
  await school.untilHit()
  await school.advance(61_000)
  await school.cloud.control('faults.clear')
  await run
}

test('X01 given more that has changed than one run does, then run after run does its part, each row once, and all are there', async () => {
  // As after an outage: the sweep stands where it stood before they changed.
  const stood = { _id: 'roll-up', from: CHANGED - 1, until: CHANGED - 1 }
  await school.cloud.control('data.put', { documents: { statistics: [stood] } })
  const seen = new Map<string, number>()
  for (let done = 0; done < CLASSES; done = seen.size) {
    if (CLASSES - done > OF_A_SLICE) await slice()
    else await school.tick()
    for (const { _id, asOf } of await rows()) {
      expect(seen.get(_id) ?? asOf).toBe(asOf)
      seen.set(_id, asOf)
    }
    expect(seen.size).toBe(Math.min(done + OF_A_SLICE, CLASSES))
  }
  expect((await rows()).map(({ slips }) => slips?.length)).toEqual(Array.from({ length: CLASSES }, () => 1))
  expect((await progress())?.from).toBeGreaterThan(CHANGED)
})

test('X01 given more changes at one instant than a look brings, then none of them is passed over', async () => {
  const [slip] = await school.stored<{ _id: string }>('slips')
  const MANY = 1_050
  for (let start = 0; start < MANY; start += 350) {
    const documents = Array.from({ length: 350 }, (_, index) => ({
      ...{ ...slip, _id: `n.${start + index}`, classId: `class-far-${(start + index) % CLASSES}` },
      ...{ publishedAt: CHANGED, updatedAt: CHANGED, entries: {} },
    }))
    await school.cloud.control('data.import', { collection: 'slips', documents })
  }
  const stood = { _id: 'roll-up', from: CHANGED, until: CHANGED }
  await school.cloud.control('data.put', { documents: { statistics: [stood] } })
  await school.tick()
  const counted = (await rows()).reduce((sum, { slips = [] }) => sum + slips.length, 0)
  expect(counted).toBe(MANY + CLASSES)
  const { figures } = await school.get(HEAD_TEACHER, 'statistics.class', { classId: CLASS, range: 'week' })
  expect(figures).toMatchObject({ notices: 1 })
})

test('X01 given rows of an older form, then they are rebuilt, and what is purged stays as it is', async () => {
  const fresh = (await school.stored<Row>('statistics')).find(({ _id }) => _id.startsWith(CLASS))
  const old = (month: string, changes: object) => ({
    ...{ ...fresh, form: undefined, _id: `${CLASS}:${month}`, month, asOf: CHANGED, ...changes },
  })
  const rowsOfBefore = [old('2025-09', {}), old('2025-10', { form: 1 }), old('2025-11', { form: 1, purged: true })]
  await school.cloud.control('data.put', { documents: { statistics: JSON.parse(JSON.stringify(rowsOfBefore)) } })
  await school.tick()
  const forms = (await school.stored<Row>('statistics')).flatMap(({ _id, form }) =>
    _id.includes(':2025-') ? [form] : [],
  )
  expect(forms.sort()).toEqual([1, fresh?.form, fresh?.form])
})
