// Proves that a roll saved and a search noted at the same moment lose nothing of one another (L04, L05).
import { CLASS, HEAD_TEACHER, PRINCIPAL, childId, givenSchool, type GivenSchool } from '../given-school'
import { codeOf, fromRoll } from './given-roll'

const ROUNDS = 20
const CHILDREN = 2 * ROUNDS
const DAY = '2026-09-01'
const C = (index: number) => childId(CLASS, index)

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool({ now: `${DAY}T08:00:00+08:00`, children: CHILDREN })
})
afterEach(() => school.stop())

const read = () => school.get(HEAD_TEACHER, 'roll.read', { classId: CLASS })

test('L04 L05 given one phone saves while another notes, twenty times, then it is one roll, every note is kept, and nobody is looked for who is here', async () => {
  const all = Object.fromEntries(Array.from({ length: CHILDREN }, (_, index) => [C(index), 'absent' as const]))
  await school.get(HEAD_TEACHER, 'roll.save', fromRoll(await read(), all))
  for (let round = 0; round < ROUNDS; round++) {
    await school.advance(1000)
    const roll = await read()
    const [called, came] = [C(2 * round), C(2 * round + 1)]
    const looking = { classId: CLASS, day: DAY, half: 'am', at: roll.now } as const
    // One child's family is called while another, and the same one, is marked as here.
    const replies = await Promise.all([
      school.ask(HEAD_TEACHER, 'roll.save', fromRoll(roll, { [came]: 'present', [called]: 'absent' })),
      school.ask(PRINCIPAL, 'roll.contact', { ...looking, childId: called, outcome: 'no_answer' }),
      school.ask(PRINCIPAL, 'roll.contact', { ...looking, childId: came, outcome: 'no_answer' }),
    ])
    expect(replies.slice(0, 2).map(codeOf)).toEqual(['ok', 'ok'])
    // Either it was noted before the child was here, or there was nobody to look for any more.
    const after = (await read()).contacts.find((contact) => contact.childId === came)
    expect([codeOf(replies[2] ?? replies[0]), after?.notes.length]).toEqual(
      after?.notes.length ? ['ok', 1] : ['CONTACT_STATE', 0],
    )
    expect(after?.closed).toMatchObject({ how: 'corrected' })
  }
  const { contacts, counts } = await read()
  const open = contacts.filter(({ closed }) => !closed)
  expect(open).toHaveLength(ROUNDS)
  expect(open.map(({ notes }) => notes.length)).toEqual(Array.from({ length: ROUNDS }, () => 1))
  expect(counts).toMatchObject({ total: CHILDREN, present: ROUNDS, absent: ROUNDS })
  expect(await school.stored('rolls')).toMatchObject([{ open: ROUNDS }])
})
