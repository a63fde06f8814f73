// Decides that a call or a run that breaks in the middle leaves a talk as it was, or is finished by the next, once.
import { HEAD_TEACHER, MORNING, PRINCIPAL, givenSchool, newRequestId, type GivenSchool } from '../given-school'
import { MOTHER, aLetter, aTalk, givenTalk, withRules } from './given-talk'

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool({ now: MORNING.replace('10:00', '12:10') })
})
afterEach(() => school.stop())

const fault = (target: string, mode: string) =>
  school.cloud.control('faults.set', { target: `database:${target}`, mode, times: 1 })
const told = async (openid: string) =>
  (await school.stored<{ openid: string; state: string }>('deliveries')).filter((each) => each.openid === openid)

describe('given a database that stores and does not answer', () => {
  test('C24 the opening that is sent again is one thread', async () => {
    const requestId = newRequestId()
    await fault('insertDocument:talks', 'lost')
    await school.ask(MOTHER, 'talk.open', aTalk(), requestId)
    const { talkId } = await school.get(MOTHER, 'talk.open', aTalk(), requestId)
    expect(await school.stored('talks')).toMatchObject([{ _id: talkId, letters: [{}] }])
  })

  test('N15 the letter, the handing on and the closing that are sent again happen once', async () => {
    const talkId = await givenTalk(school)
    const again = async (call: (requestId: string) => Promise<unknown>) => {
      const requestId = newRequestId()
      await fault('modifyDocument:talks', 'lost')
      await call(requestId)
      await call(requestId)
    }
    await again((id) => school.ask(HEAD_TEACHER, 'talk.send', aLetter(talkId), id))
    await again((id) => school.ask(HEAD_TEACHER, 'talk.pass', { talkId, words: '请校长看看这件事' }, id))
    await again((id) => school.ask(MOTHER, 'talk.close', { talkId }, id))
    const seen = await school.get(MOTHER, 'talk.read', { talkId })
    expect(seen).toMatchObject({ state: 'closed', letters: [{}, {}], events: [{ kind: 'passed' }, { kind: 'closed' }] })
    expect(seen.events).toHaveLength(2)
  })
})

describe('given a scheduler that breaks', () => {
  test('T08 before a message went out: the next run sends it, once', async () => {
    await school.accept(HEAD_TEACHER, 'todo')
    await givenTalk(school)
    await fault('insertDocument:deliveries', 'fail')
    await school.tick()
    await school.advance(61_000)
    await school.tick()
    await school.tick()
    expect(await told(HEAD_TEACHER)).toMatchObject([{ state: 'sent' }])
  })

  test('T08 after it went out and before that was noted: nobody is told twice', async () => {
    await school.accept(HEAD_TEACHER, 'todo')
    await givenTalk(school)
    // Claiming the duty is the first change of a run, noting who was told the second.
    await school.cloud.control('faults.set', {
      target: 'database:modifyDocument:talks',
      mode: 'fail',
      after: 1,
      times: 1,
    })
    await school.tick()
    await school.advance(61_000)
    await school.tick()
    expect(await told(HEAD_TEACHER)).toHaveLength(1)
  })

  test('G21 while it notes a step upward: whoever reads sees the step all the same, and it is noted once', async () => {
    await withRules(school, {
      G21: { headDays: 1, disciplineDays: 0, officeDays: 0 },
      T11: undefined,
    })
    const talkId = await givenTalk(school)
    await school.tick()
    await school.at('2026-09-02T12:20:00+08:00')
    await school.cloud.control('faults.set', {
      target: 'database:modifyDocument:talks',
      mode: 'fail',
      after: 1,
      times: 1,
    })
    await school.tick()
    expect(await school.get(PRINCIPAL, 'talk.read', { talkId })).toMatchObject({ owner: { desk: 'principal' } })
    await school.advance(61_000)
    await school.tick()
    await school.tick()
    const { events } = await school.get(MOTHER, 'talk.read', { talkId })
    expect(events).toMatchObject([{ kind: 'risen', desk: 'principal', days: 1 }])
    const [stored] = await school.stored<{ events: object[] }>('talks')
    expect(stored?.events).toHaveLength(1)
  })
})
