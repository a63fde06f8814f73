// Proves that seats, posts and people agree after any interleaving of what can be done about them (docs/adr/0008).
import type { ActionName, Input } from '@class-pact/core/contract'
import { CLASS, HEAD_TEACHER, MORNING, PRINCIPAL, childId, givenSchool, type GivenSchool } from '../given-school'

const CHILD = childId(CLASS, 2)
/** Two who want a seat, a third with an invitation of theirs, and one who wants to teach. */
const FAMILY = ['o-model-mother', 'o-model-father', 'o-model-uncle']
const CANDIDATE = 'o-model-candidate'
const PEOPLE = [...FAMILY, CANDIDATE, HEAD_TEACHER]
const CONCURRENT = 14

interface Child {
  _id: string
  guardians: { openid: string; card: string; since: number }[]
  removed?: string[]
  admitted?: string[]
  duty?: object
}
interface Class {
  _id: string
  headTeacher?: { openid: string }
  teachers: { openid: string; since: number }[]
  supervisor?: { openid: string }
  duty?: object
}
interface Application {
  _id: string
  openid: string
  state: string
  decision?: string
  duty?: object
}
interface Reply {
  requestId: string
  action: ActionName
  /** A code; `ok`, or `lost` where no answer came. */
  outcome: string
}

/** Repeatable chance: the seed stands in the name of the test. */
function seedChance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

let requests = 0
const say = async <Name extends ActionName>(
  school: GivenSchool,
  openid: string,
  action: Name,
  input: Input<Name>,
): Promise<Reply> => {
  const requestId = `model-request-${++requests}`
  const outcome = await school
    .ask(openid, action, input, requestId)
    .then((reply) => (reply.ok ? 'ok' : reply.error.code))
    .catch(() => 'lost')
  return { requestId, action, outcome }
}

/** A token for the child; while its seats are taken there is no new one, and the one before is used again. */
async function invite(school: GivenSchool, before = ''): Promise<string> {
  const child = { purpose: 'child', classId: CLASS, childId: CHILD } as const
  const invited = await school.ask(HEAD_TEACHER, 'invitation.create', child)
  return invited.ok ? invited.data.token : before
}

/** Everything that can be done about seats and posts, as the round finds them. */
async function listMoves(school: GivenSchool, token: string): Promise<(() => Promise<Reply>)[]> {
  const children = await school.stored<Child>('children')
  const classes = await school.stored<Class>('classes')
  const applications = await school.stored<Application>('applications')
  const guardians = children.find(({ _id }) => _id === CHILD)?.guardians ?? []
  const staff = await school.get(PRINCIPAL, 'invitation.create', { purpose: 'staff', classId: CLASS, role: 'teacher' })
  const relation = 'mother' as const
  const joins = [...FAMILY, HEAD_TEACHER].flatMap((openid) => [
    () => say(school, openid, 'join.guardian', { token, consent: true, relation, guardianName: '某人' }),
    () => say(school, openid, 'seat.leave', { childId: CHILD }),
    () => say(school, openid, 'invitation.create', { purpose: 'child', classId: CLASS, childId: CHILD }),
    () =>
      say(school, openid, 'seat.request', {
        ...{ from: 'door', token, consent: true, guardianName: '某人', relation, reason: '接送' },
      }),
  ])
  const deletions = [...FAMILY, CANDIDATE].map((openid) => () => say(school, openid, 'person.delete', {}))
  const removals = guardians.flatMap(({ card, since }) => {
    const guardian = { childId: CHILD, card, since }
    return [
      () => say(school, HEAD_TEACHER, 'member.remove', { guardian, cause: 'not_guardian' as const }),
      () => say(school, HEAD_TEACHER, 'committee.mark', { guardian, member: true }),
      () => say(school, HEAD_TEACHER, 'supervisor.name', { guardian }),
    ]
  })
  const decisions = applications
    .filter(({ state }) => state === 'pending')
    .flatMap(({ _id: applicationId, openid }) => [
      ...[true, false].flatMap((approve) =>
        [HEAD_TEACHER, PRINCIPAL].map(
          (decider) => () => say(school, decider, 'application.decide', { applicationId, approve, childId: CHILD }),
        ),
      ),
      () => say(school, openid, 'application.withdraw', { applicationId }),
    ])
  const teachers = classes.find(({ _id }) => _id === CLASS)?.teachers ?? []
  const posts = [
    () => say(school, CANDIDATE, 'join.staff', { token: staff.token, consent: true, name: '钱进', subject: '体育' }),
    ...teachers
      .filter(({ openid }) => openid === CANDIDATE)
      .map(
        ({ since }) =>
          () =>
            say(school, HEAD_TEACHER, 'teacher.remove', { classId: CLASS, teacher: { card: '体育钱老师', since } }),
      ),
  ]
  return [...joins, ...deletions, ...removals, ...decisions, ...posts]
}

/** Makes moves, all at once. */
async function play(school: GivenSchool, token: string, chance: (below: number) => number): Promise<Promise<Reply>[]> {
  const moves = await listMoves(school, token)
  const chosen = Array.from({ length: CONCURRENT }, () => moves[chance(moves.length)])
  return chosen.flatMap((move) => (move ? [move()] : []))
}

/** Waits until so many have their answer, however long the machine takes. */
function untilAnswered(playing: Promise<Reply>[], count: number): Promise<void> {
  let answered = 0
  return new Promise((resolve) => {
    for (const reply of playing) void reply.then(() => ++answered === count && resolve())
  })
}

/** The clock does what calls have left to do; nobody repeats anything. */
async function settle(school: GivenSchool): Promise<void> {
  await school.advance(3 * 60_000)
  await school.tick()
  await school.tick()
}

/** Who sits beside the child, and who can do what a seat allows. */
async function readRights(school: GivenSchool): Promise<{ seated: string[]; acting: string[] }> {
  const child = (await school.stored<Child>('children')).find(({ _id }) => _id === CHILD)
  const acting: string[] = []
  for (const openid of PEOPLE) {
    const { identities } = await school.get(openid, 'session.read', {})
    const leaves = await school.ask(openid, 'leave.list', { of: 'child', childId: CHILD })
    expect([openid, leaves.ok]).toEqual([openid, identities.some(({ childId: of }) => of === CHILD)])
    if (leaves.ok) acting.push(openid)
  }
  return { seated: PEOPLE.filter((openid) => child?.guardians.some((each) => each.openid === openid)), acting }
}

/** No ghosts, at no moment: whoever can do something has the seat that allows it. */
async function expectNoGhosts(school: GivenSchool): Promise<void> {
  const { seated, acting } = await readRights(school)
  expect(acting.filter((openid) => !seated.includes(openid))).toEqual([])
}

async function expectAgreement(school: GivenSchool, replies: readonly Reply[]): Promise<void> {
  const [children, classes, people, applications] = await Promise.all([
    school.stored<Child>('children'),
    school.stored<Class>('classes'),
    school.stored<{ _id: string; leaving?: number }>('people'),
    school.stored<Application>('applications'),
  ])
  const known = new Set(people.map(({ _id }) => _id))
  const child = children.find(({ _id }) => _id === CHILD)
  const itsClass = classes.find(({ _id }) => _id === CLASS)
  const seated = child?.guardians.map(({ openid }) => openid) ?? []

  expect(seated.length).toBeLessThanOrEqual(3)
  expect(new Set(seated).size).toBe(seated.length)
  expect(seated.filter((openid) => !known.has(openid))).toEqual([])
  const staff = [itsClass?.headTeacher, ...(itsClass?.teachers ?? [])].flatMap((place) => place?.openid ?? [])
  expect(staff.filter((openid) => !known.has(openid))).toEqual([])
  const watching = children.filter(({ _id }) => _id.startsWith(CLASS)).flatMap(({ guardians }) => guardians)
  if (itsClass?.supervisor) expect(watching.map(({ openid }) => openid)).toContain(itsClass.supervisor.openid)
  expect(people.filter(({ leaving }) => leaving !== undefined)).toEqual([])
  expect([child, itsClass, ...applications].filter((document) => document?.duty)).toEqual([])

  // An application admits by the decision that was given, never by one that came second.
  const second = replies.filter(({ outcome }) => ['APPLICATION_DECIDED', 'SEATS_FULL', 'FORBIDDEN'].includes(outcome))
  const refused = new Set(second.map(({ requestId }) => requestId))
  expect((child?.admitted ?? []).filter((key) => refused.has(key.split(':')[1] ?? ''))).toEqual([])
  const rights = await readRights(school)
  expect(rights.acting).toEqual(rights.seated)
}

/** Interleavings of one seed, and how often the machine dies under them. */
const ROUNDS = 4

test.each([11, 22])(
  'G18 M01 given four people and every action on seats at once (seed %d), then child, people and class agree',
  async (seed) => {
    const school = await givenSchool()
    const chance = seedChance(seed)
    const replies: Reply[] = []
    let token = ''
    for (let round = 0; round < ROUNDS; round++) {
      token = await invite(school, token)
      replies.push(...(await Promise.all(await play(school, token, chance))))
      await expectNoGhosts(school)
      await settle(school)
      await expectAgreement(school, replies)
    }
    // Something has happened: a model in which every call is refused proves nothing.
    expect(replies.filter(({ outcome }) => outcome === 'ok').length).toBeGreaterThan(ROUNDS)
    await school.stop()
  },
)

test('G18 given a machine that dies in the middle of it, then the clock alone makes them agree again', async () => {
  let school = await givenSchool()
  const chance = seedChance(44)
  const replies: Reply[] = []
  let token = ''
  for (let round = 0; round < ROUNDS; round++) {
    token = await invite(school, token)
    const playing = await play(school, token, chance)
    await untilAnswered(playing, 1 + chance(CONCURRENT - 1))
    await school.cloud.kill9()
    replies.push(...(await Promise.all(playing)))
    const now = new Date(Date.parse(MORNING) + (round + 1) * 3_600_000).toISOString()
    school = await givenSchool({ dataDir: school.cloud.dataDir, now })
    await settle(school)
    await expectAgreement(school, replies)
  }
  await school.stop()
})
