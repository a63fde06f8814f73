// Proves that a preview stays within its bounds in a large school that writes a lot, and says what it has looked at.
import { chooseOption } from '@class-pact/core/pact'
import { CLASS, HEAD_TEACHER, PRINCIPAL, SCHOOL, aNotice, givenSchool, type GivenSchool } from '../given-school'

const NOTICES = 620
let school: GivenSchool
afterEach(() => school.stop())

interface Stored {
  _id: string
  schoolId: string
  createdAt: number
  draft: { body: string; audience: object }
  classes: { classId: string }[]
}

test('T06 G15 given thirty classes and 620 notices in a month, a third of them to the whole school, then the latest 500 are looked at, in time', async () => {
  school = await givenSchool({ moreClasses: 28, children: 40 })
  await school.at('2026-09-02T19:00:00+08:00')
  await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
  const [published] = await school.stored<Stored>('notices')
  const classes = await school.stored<{ _id: string; name: string }>('classes')
  if (!published) throw new Error('nothing was published')
  const evening = Date.parse('2026-09-03T18:30:00+08:00')
  const documents = Array.from({ length: NOTICES }, (_, at) => ({
    ...published,
    _id: `past-${at}`,
    createdAt: evening + at,
    draft: {
      ...published.draft,
      body: `${'请各位家长留意天气，早晚添衣，路上注意安全。'.repeat(8)}第${at}号。`,
      audience: at % 3 === 0 ? { to: 'school', schoolId: SCHOOL } : { to: 'classes', classIds: [CLASS] },
    },
    classes: at % 3 === 0 ? classes.map(({ _id: classId, name }) => ({ classId, name })) : published.classes,
  }))
  await school.cloud.control('data.import', { collection: 'notices', documents })
  await school.at('2026-09-07T10:00:00+08:00')
  await school.cloud.control('counters.reset')
  const changes = { rules: chooseOption(school.pact, 'V1', 'working_hours') }
  const impact = await school.get(PRINCIPAL, 'pact.preview', { schoolId: SCHOOL, changes })
  expect(impact).toEqual({
    ...{ days: 30, posts: 500, cut: true, queued: 500, held: 0, refused: 0, allowed: 0, teachers: 1 },
  })
  expect(await school.databaseCalls('pact.preview')).toBeLessThanOrEqual(2)
})
