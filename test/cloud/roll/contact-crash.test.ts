// Decides that a power cut between the roll and those who are told of it forgets nobody and tells nobody twice (L05).
import {
  CLASS,
  HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  fatherOf,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { CHECK, DAY, MISSING, holdClock, looking, missOne, timeOf } from './given-missing'

let school: GivenSchool
let before: GivenSchool
beforeEach(async () => {
  school = await givenSchool({ now: CHECK })
  await holdClock(school, CHECK)
  before = school
})
afterEach(async () => {
  if (before !== school) await before.stop()
  await school.stop()
})

interface Message {
  touser: string
}
const messages = async () => (await school.cloud.control<{ deliveries: Message[] }>('deliveries.list')).deliveries
/** The process ends as by a power cut, and another begins with what it has kept. */
const restart = async (now: string) => {
  const sent = await messages()
  await school.cloud.kill9()
  school = await givenSchool({ dataDir: before.cloud.dataDir, now })
  await holdClock(school, now)
  return sent
}
const contact = async () => {
  const { childId, ...roll } = looking()
  const { contacts } = await school.get(HEAD_TEACHER, 'roll.read', roll)
  return contacts.find((each) => each.childId === childId)
}

test('L05 given the process dies after the roll is answered, then the next run tells the family and, in time, the leaders', async () => {
  await school.accept(motherOf(MISSING), 'arrival')
  await school.accept(PRINCIPAL, 'todo')
  await missOne(school)
  await restart(`${DAY}T08:02:00+08:00`)
  await school.tick()
  expect((await school.stored<{ openid: string }>('deliveries')).map(({ openid }) => openid)).toEqual([
    motherOf(MISSING),
  ])
  expect(await contact()).toMatchObject({ toldAt: timeOf('08:02:00') })
  await school.at(`${DAY}T08:30:00+08:00`)
  await school.tick()
  expect(await contact()).toMatchObject({ leadersAt: timeOf('08:30:00') })
})

test.each([
  ['the family was told and the roll does not know', '08:00:00', 'arrival', [fatherOf(MISSING), motherOf(MISSING)]],
  ['the leaders were told and the roll does not know', '08:30:00', 'todo', [PRINCIPAL]],
] as const)('L05 given the process dies when %s, then nobody is told twice', async (_what, clock, template, whom) => {
  for (const openid of whom) {
    await school.accept(openid, template)
    await school.accept(openid, template)
  }
  await missOne(school)
  await school.at(`${DAY}T${clock}+08:00`)
  // The claim of the duty goes through, what is told is written; then the roll's own update hangs.
  await school.cloud.control('faults.set', { target: 'database:modifyDocument:rolls', mode: 'hang', after: 1 })
  const lost = school.tick().catch(() => undefined)
  await school.untilHit()
  const sent = await restart(`${DAY}T08:40:00+08:00`)
  await lost
  expect(sent.map(({ touser }) => touser).sort()).toEqual([...whom].sort())
  await school.tick()
  // What was sent before is kept; nothing has come to it.
  const after = (await messages()).filter(({ touser }) => whom.some((openid) => openid === touser))
  expect(after).toHaveLength(whom.length)
  expect(await contact()).toMatchObject(template === 'arrival' ? { toldAt: timeOf(clock) } : {})
  expect(await contact()).toMatchObject({ leadersAt: timeOf('08:40:00') })
  const today = await school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) })
  expect(today).toMatchObject({ missing: [{ classId: CLASS, count: 1 }] })
})
