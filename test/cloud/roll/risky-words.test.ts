// Proves that no word keeps a roll from being saved or a search from ending: it is held, and said (L04, L05, C04).
import { CLASS, HEAD_TEACHER, givenSchool, type GivenSchool } from '../given-school'
import { CHECK, DAY, MISSING, holdClock, looking, missOne, takeRoll, timeOf } from './given-missing'

const RISKY = '不好的话'

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool({ now: CHECK })
  await holdClock(school, CHECK)
})
afterEach(() => school.stop())

const weChatSays = (suggest: 'risky' | 'review') => school.cloud.control('verdicts.set', { suggest })
const read = () => school.get(HEAD_TEACHER, 'roll.read', { classId: CLASS, day: DAY, half: 'am' })
const lineOf = async () => (await read()).lines.find(({ childId }) => childId === MISSING)
const kept = async () => JSON.stringify(await school.stored('rolls'))

test.each(['risky', 'review'] as const)(
  'L04 L05 C04 given a remark that WeChat calls %s, then the roll is saved, the search is open, and the remark waits unread',
  async (suggest) => {
    await weChatSays(suggest)
    const mark = { childId: MISSING, mark: 'absent' as const, at: timeOf('08:00:00') }
    const saved = await takeRoll(school, [{ ...mark, remark: RISKY }])
    expect(saved.counts).toMatchObject({ absent: 1 })
    expect(saved.contacts).toMatchObject([{ childId: MISSING }])
    expect(await lineOf()).toMatchObject({ mark: 'absent', remarkHeld: true })
    expect(JSON.stringify(await read())).not.toContain(RISKY)
    expect(await kept()).toContain(RISKY)

    // Whoever marks the child again cannot read it, and does not lose it.
    await school.cloud.control('verdicts.clear')
    await school.at(`${DAY}T08:05:00+08:00`)
    await takeRoll(school, [{ childId: MISSING, mark: 'late', at: timeOf('08:05:00') }])
    expect(await lineOf()).toMatchObject({ mark: 'late', remarkHeld: true })
    expect(await kept()).toContain(RISKY)
    await takeRoll(school, [{ childId: MISSING, mark: 'late', at: timeOf('08:05:01'), remark: '路上堵车' }])
    expect(await lineOf()).toMatchObject({ remark: '路上堵车', remarkHeld: true })
  },
)

test.each(['risky', 'review'] as const)(
  'L05 C04 given words that WeChat calls %s, then the outcome is noted all the same, and that there are words',
  async (suggest) => {
    await missOne(school)
    await weChatSays(suggest)
    const noted = { ...looking(), outcome: 'reached' as const, cause: 'other' as const, at: timeOf('08:00:00') }
    const reply = await school.get(HEAD_TEACHER, 'roll.contact', { ...noted, words: RISKY })
    const [contact] = reply.contacts
    expect(contact?.closed).toMatchObject({ how: 'reached', cause: 'other', wordsHeld: true })
    expect(contact?.notes).toMatchObject([{ outcome: 'reached', wordsHeld: true }])
    expect(JSON.stringify(reply)).not.toContain(RISKY)
    expect(await kept()).toContain(RISKY)
  },
)
