// Proves that a minute with very many duties is spread over runs: none twice, none lost, no school waits for another.
import { TEMPLATE_IDS } from '@class-pact/core/contract'
import { CLASS, HEAD_TEACHER, anOuting, childId, givenSchool, motherOf, type GivenSchool } from '../given-school'
import { bring, moveAll, takeStock } from '../other-schools'

const OPENING = '2026-09-02T07:00:00+08:00'
const DUE = Date.parse(OPENING)
/** The first school has more to do than all others together, and stands before them. */
const SCHOOLS = 8
const OF_THE_FIRST = 240
const OF_ANOTHER = 20
const DUTIES = OF_THE_FIRST + (SCHOOLS - 1) * OF_ANOTHER
/** The timer's run and its four shares. */
const WARM = 5
/** So many of each have somebody to tell; the others are seen to want nobody. */
const WITH_MESSAGE = 5

interface Slip {
  _id: string
  schoolId: string
  noticeId: string
  duty?: { kind: string; at: number; lease: number; tries: number }
}
interface Delivery {
  _id: string
  openid: string
  state: string
}
/** What WeChat was asked for, and what it said. */
interface Sent {
  touser: string
  page: string
  errcode: number
}

const schoolName = (at: number) => (at === 0 ? 'school' : `s${at}`)
const MOTHER = motherOf(childId(CLASS, 0))
const motherIn = (at: number) =>
  at === 0 ? MOTHER : MOTHER.replace('o-', `o-s${at}-`).replace('class-', `class-s${at}-`)
const everySchool = Array.from({ length: SCHOOLS }, (_, at) => at)
const dutiesOf = (at: number) => (at === 0 ? OF_THE_FIRST : OF_ANOTHER)
const wanted = everySchool.flatMap((at) => Array.from({ length: WITH_MESSAGE }, () => motherIn(at))).sort()

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
  await school.get(HEAD_TEACHER, 'notice.publish', anOuting())
  await school.tick()
  const mother = (await school.stored<{ _id: string }>('people')).find(({ _id }) => _id === MOTHER)
  const credits = { notice: 9 }
  await school.cloud.control('data.put', { documents: { people: [{ ...mother, credits }] } })
  const place = await takeStock(school, ['schools', 'pacts', 'classes', 'children', 'people'])
  const [slip] = await school.stored<Slip>('slips')
  for (const at of everySchool) {
    if (at > 0) await bring(school, moveAll(place, { school: schoolName(at) }))
    const slips = Array.from({ length: dutiesOf(at) }, (_, index) => remindedAtSeven(slip, at, index))
    await bring(school, at === 0 ? { slips } : moveAll({ slips }, { school: schoolName(at) }))
    // What WeChat knows of her; the ledger came with the school.
    for (let time = 0; time < WITH_MESSAGE; time++) {
      const body = JSON.stringify({ openid: motherIn(at), tmplIds: [TEMPLATE_IDS.notice] })
      await fetch(`${school.cloud.url}/gateway/subscribe`, { method: 'POST', body })
    }
  }
  // A run and its shares find warm functions: who begins first does not depend on how busy the machine is.
  await school.tick(WARM)
  await school.at(OPENING)
})
afterEach(() => school.stop())

/** As the functions have written one, to be reminded of at seven. */
const remindedAtSeven = (slip: Slip | undefined, at: number, index: number) => ({
  ...slip,
  ...{ _id: `n${at}-${index}.${CLASS}`, noticeId: `n${at}-${index}` },
  duty: { kind: 'remind', at: DUE, lease: 0, tries: 0 },
  ...(index >= WITH_MESSAGE && { replyMode: 'none' }),
})

const waiting = async () =>
  (await school.stored<Slip>('slips')).filter(({ duty }) => duty !== undefined && duty.at <= DUE)
const deliveries = async () =>
  (await school.stored<Delivery>('deliveries')).filter(({ _id }) => _id.endsWith(':remind'))
const sent = async () => (await school.cloud.control<{ deliveries: Sent[] }>('deliveries.list')).deliveries
/** A minute later, as often as it takes. */
async function untilDone(times: number): Promise<void> {
  for (let minute = 0; (await waiting()).length > 0; minute++) {
    if (minute > 20) throw new Error(`${(await waiting()).length} duties are left`)
    await school.advance(61_000)
    await school.tick(times)
  }
}
/** Nobody is without their messages, and nobody has one twice. */
async function expectOnce(): Promise<void> {
  const told = await deliveries()
  expect(told.map(({ openid }) => openid).sort()).toEqual(wanted)
  expect(new Set(told.map(({ state }) => state))).toEqual(new Set(['sent']))
  expect((await sent()).map(({ touser }) => touser).sort()).toEqual(wanted)
}

test('G18 given hundreds of duties at one moment and a timer delivered twice, every share runs twice, and each duty is done once', async () => {
  await school.cloud.control('counters.reset')
  // Both look before either takes: they find the same, and only claims tell who does what.
  await school.cloud.control('faults.set', { target: 'database:getDocument:slips', mode: 'wait', times: 2 })
  const run = school.tick(2)
  await school.untilHit(2)
  await school.cloud.control('faults.clear')
  await run
  const { actions } = await school.cloud.control<{ actions: Record<string, { invocations: number }> }>('counters.read')
  // Two of the timer's, and four shares of each.
  expect(actions['scheduler']?.invocations).toBe(10)
  await untilDone(2)
  await expectOnce()
})

test('G18 given a cloud that dies in the middle, every school was being served, and what is left is done once', async () => {
  // Every write of a slip is a claim or an end: half of the way nobody answers any more.
  await school.cloud.control('faults.set', { target: 'database:modifyDocument:slips', mode: 'hang', after: DUTIES })
  const lost = school.tick().catch(() => undefined)
  await school.untilHit()
  const { dataDir } = school.cloud
  await school.cloud.kill9()
  await lost
  const first = school
  school = await givenSchool({ dataDir, now: '2026-09-02T07:05:00+08:00' })
  const left = await waiting()
  expect(left.length).toBeGreaterThan(DUTIES / 4)
  expect(left.length).toBeLessThan(DUTIES)
  const isServed = (at: number) => left.filter(({ schoolId }) => schoolId === schoolName(at)).length < dutiesOf(at)
  expect(everySchool.filter(isServed)).toEqual(everySchool)
  await untilDone(1)
  const told = await deliveries()
  expect(told.map(({ openid }) => openid).sort()).toEqual(wanted)
  // WeChat cannot be asked whether it has sent: what was on its way at that moment is not sent again (reminder/push).
  const onTheirWay = told.filter(({ state }) => state === 'sending').length
  expect(told.filter(({ state }) => state === 'sent')).toHaveLength(wanted.length - onTheirWay)
  const messages = await sent()
  expect(new Set(messages.map(({ touser, page }) => `${touser} ${page}`)).size).toBe(messages.length)
  expect(messages.length).toBeGreaterThanOrEqual(wanted.length - onTheirWay)
  await first.stop()
})

test('G18 given a share that can not be called, the others go on, and the next minute does its part', async () => {
  await school.cloud.control('faults.set', { target: 'function:scheduler', mode: 'fail', after: 1, times: 1 })
  await school.tick()
  const left = await waiting()
  const isUntouched = (at: number) => left.filter(({ schoolId }) => schoolId === schoolName(at)).length === dutiesOf(at)
  // Two schools a share; some duties of the first were done before there were shares.
  expect([1, 2]).toContain(everySchool.filter(isUntouched).length)
  await untilDone(1)
  await expectOnce()
})

test.each(['fail', 'lost'])(
  'G18 given a database whose answers %s in the middle of shares, each duty is done once',
  async (mode) => {
    // The timer's own run has done its part before that.
    const fault = { target: 'database:modifyDocument:slips', mode, after: DUTIES / 2, times: 10 }
    await school.cloud.control('faults.set', fault)
    await school.tick()
    expect((await waiting()).length).toBeGreaterThan(0)
    await untilDone(1)
    await expectOnce()
  },
)

test('M14 given a phone, no share is taken from it, whatever it says', async () => {
  const share = { share: 0, duties: [0, 1, 2], until: DUE + 999_999_999 }
  expect(await school.cloud.call(motherIn(0), 'scheduler', share)).toMatchObject({ error: { errCode: -503002 } })
  expect(await waiting()).toHaveLength(DUTIES)
})
