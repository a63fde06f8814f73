// Walks a long leave over three phones: asked for, approved twice, changed, counted in the calendar (L01, L03, L14).
import { startHouse, type House } from '../main-job/house'
import { get, stored } from '../main-job/steps'

const [CLASS, OTHER_CLASS] = ['demo-class-3-2', 'demo-class-5-1']
const [WANG, PRINCIPAL, CHILD] = ['demo-wang', 'demo-principal', '张小明']
const [FORM, ITEM, APPROVE] = ['form', 'item', 'approve'].map((page) => `packages/leave/${page}/${page}`) as [
  string,
  string,
  string,
]
const CALENDAR = ['day-range', 'popup-panel']

interface StoredLeave {
  _id: string
  childName: string
  state: string
  slots: string[]
  dates: string[]
  days: number
  replaces?: { leaveId: string }
  replacedBy?: string
}

let house: House
/** What one step learns and a later one needs. */
const known = { old: '', change: '' }
const exceptions: unknown[] = []
beforeAll(async () => {
  house = await startHouse('2026-09-02T08:30:00+08:00', 'demo')
  for (const { client } of [house.teacher, house.guardian, house.principal])
    client.on('exception', (exception) => exceptions.push(exception))
})
afterAll(async () => {
  expect(exceptions).toEqual([])
  await house.stop()
})

const leaves = async () => (await stored<StoredLeave>(house, 'leaves')).filter(({ childName }) => childName === CHILD)
const leaveOf = async (id: string) => (await leaves()).find(({ _id }) => _id === id)
const daysOf = ({ slots = [] }: Partial<StoredLeave> = {}) => [
  ...new Set(slots.map((slot) => slot.split(':').at(-2) ?? '')),
]
/** The ten seconds of thinking again are over, and what is left to do is done. */
const settle = async () => {
  await house.control('clock.advance', { ms: 11_000 })
  await house.control('timers.run', { name: 'scheduler', times: 2 })
}
const openOnGuardian = (leaveId: string) => house.guardian.open(`${ITEM}?leaveId=${leaveId}`)
const pickDays = async (from: string, to: string) => {
  const { guardian } = house
  await guardian.tap(['.date'])
  await guardian.find([...CALENDAR, '.month-h'], '2026年9月')
  await guardian.rest()
  await guardian.tap([...CALENDAR, '.month-day'], from)
  await guardian.tap([...CALENDAR, '.month-day'], to)
  await guardian.press('确定', ...CALENDAR)
}
const submitted = async () => {
  const { guardian } = house
  await guardian.press('提交假条')
  const page = await guardian.reach(ITEM)
  return String((page.query as Record<string, unknown>)['leaveId'])
}
/** What the family reads of a leave. */
const readsOnPaper = async (leaveId: string, words: string) => {
  await openOnGuardian(leaveId)
  await house.guardian.see(words)
}
/** Approves the paper that says this, on the page that is open. */
const approveOn = async (phone: House['teacher'], words: string, next: string) => {
  await phone.reach(APPROVE)
  const card = await phone.find(['.leave'], words)
  await (await card.$('.btn-1'))?.tap()
  await phone.see(`秒后${next}`)
}

it('L01 L03 given five school days, when the first begins at noon, then the time of leaving is asked for and stands on the paper', async () => {
  const { guardian } = house
  await guardian.open(FORM)
  await guardian.tap(['choice-chips', '.chip'], '发热')
  await pickDays('7', '14')
  await guardian.see('共6天（已跳过周末）')
  await guardian.tap(['segmented', '.seg-item'], '下午')
  const [, end] = await guardian.all('segmented')
  for (const choice of (await end?.$$('.seg-item')) ?? []) if ((await choice.text()) === '上午') await choice.tap()
  await guardian.see('共5天（已跳过周末）')
  await guardian.tap(['.cell'], '几点离校')
  await guardian.rest()
  await guardian.tap(['date-wheels', 'popup-panel', 'dock', '.primary'])
  await guardian.see('15:30')
  known.old = await submitted()
  await guardian.see('等语文王老师批')
  await guardian.see('15:30离校')
  await guardian.see('5天')
  await guardian.picture('leave-asked')
})

it('L14 when the head teacher approves, then the paper says that the teacher agrees and whose word is still waited for', async () => {
  const { teacher } = house
  await teacher.open(`${APPROVE}?classId=${CLASS}`)
  await approveOn(teacher, '共5天', '转校长')
  await teacher.picture('leave-passed-on')
  await settle()
  await readsOnPaper(known.old, '语文王老师已同意，等校长批')
})

it('L14 when the principal opens 今天, then the paper waits there; one tap leads to it, one more approves it', async () => {
  const { principal, guardian } = house
  await principal.open('pages/today/today')
  await principal.tap(['today-principal', '.cell'], '假条')
  await approveOn(principal, '共5天', '告诉家长')
  await principal.picture('leave-principal')
  await settle()
  await readsOnPaper(known.old, '已批，李校长')
  await guardian.see('语文王老师')
  await principal.open('pages/today/today')
  await principal.rest()
  expect(await principal.words()).not.toContain('假条，待您批')
})

it('L03 when the family taps 打电话 on the paper, then the number of the school is called', async () => {
  const { guardian } = house
  // Whoever leads the class has given a number for families.
  await get(house, WANG, 'class.update', { classId: CLASS, phone: '021-55550101' })
  await openOnGuardian(known.old)
  const { call } = await get<{ call?: { phone: string } }>(house, await ownerOf(), 'leave.read', { leaveId: known.old })
  const called: unknown[] = []
  await guardian.client.exposeFunction('reportCall', (phone: unknown) => called.push(phone))
  await guardian.client.mockWxMethod('makePhoneCall', (options: { phoneNumber: string }) => {
    ;(globalThis as unknown as { reportCall(phone: string): void }).reportCall(options.phoneNumber)
    return { errMsg: 'makePhoneCall:ok' }
  })
  await guardian.tap(['.cell'], '打电话给')
  await guardian.rest()
  expect(called).toEqual([call?.phone])
  expect(call?.phone).toMatch(/\d/)
})

it('L03 given [改假条], when a shorter one is asked for, then the old one stands until it is approved', async () => {
  const { guardian } = house
  await openOnGuardian(known.old)
  await guardian.tap(['.cell'], '改假条')
  await guardian.reach(FORM)
  await guardian.see('共5天')
  await pickDays('8', '9')
  await guardian.see('共2天')
  known.change = await submitted()
  expect(known.change).not.toBe(known.old)
  await guardian.see('原来9月7日下午至9月14日上午')
  await guardian.see('等语文王老师批')
  await settle()
  await readsOnPaper(known.old, '已批，李校长')
  expect(daysOf(await leaveOf(known.old))).toHaveLength(6)
})

it('L03 when the shorter one is approved, then it counts, and the old paper says that it was changed', async () => {
  const { teacher, guardian } = house
  await teacher.open(`${APPROVE}?classId=${CLASS}`)
  await approveOn(teacher, '改假条，原来', '告诉家长')
  await settle()
  await readsOnPaper(known.change, '已批，语文王老师')
  await readsOnPaper(known.old, '已改成新的假条')
  await guardian.rest()
  expect(await guardian.words()).not.toContain('新的批准后')
  expect(daysOf(await leaveOf(known.change))).toEqual(['2026-09-08', '2026-09-09'])
  expect(await leaveOf(known.old)).toMatchObject({ state: 'withdrawn', replacedBy: known.change })
})

it('L02 M17 when the head teacher opens the calendar, then every school day is counted, with the kind', async () => {
  const { teacher } = house
  await teacher.open('pages/class/class')
  await teacher.tap(['.cell'], '请假日历')
  await teacher.reach('packages/leave/calendar/calendar')
  await teacher.find(['.month-h'], '2026年9月')
  for (const [day, count] of [
    ['7', ''],
    ['8', '1人'],
    ['9', '1人'],
    ['10', ''],
    ['12', '休'],
  ] as const)
    expect(await wordOn(day)).toBe(count)
  await (await dayOf('8'))?.tap()
  await teacher.see('9月8日')
  await teacher.see(CHILD)
  await teacher.see('发热，全天，已批')
  await teacher.picture('leave-calendar')
})

it('M17 when somebody who teaches a subject there opens it, then it says who is away, and never why', async () => {
  const { teacher } = house
  const { token } = await get<{ token: string }>(house, PRINCIPAL, 'invitation.create', {
    ...{ purpose: 'staff', classId: OTHER_CLASS, role: 'teacher' },
  })
  const joining = { token, consent: true, name: '王雪梅', subject: '语文' }
  const { applicationId } = await get<{ applicationId: string }>(house, WANG, 'join.staff', joining)
  await get(house, PRINCIPAL, 'application.decide', { applicationId, approve: true })
  const children = await stored<{ _id: string; name: string; classId: string; guardians: { openid: string }[] }>(
    house,
    'children',
  )
  const away = children.find(
    ({ classId, guardians: [first] }) => classId === OTHER_CLASS && first && first.openid !== WANG,
  )
  const span = { from: '2026-09-10', fromHalf: 'am', to: '2026-09-10', toHalf: 'pm' }
  const asked = { childId: away?._id, kind: 'cough', span, proof: [] }
  await get(house, away?.guardians[0]?.openid ?? '', 'leave.submit', asked)
  await teacher.open(`packages/leave/calendar/calendar?classId=${OTHER_CLASS}`)
  await teacher.find(['.month-h'], '2026年9月')
  await (await dayOf('10'))?.tap()
  await teacher.see(away?.name ?? '')
  await teacher.see('全天，待批')
  const words = await teacher.words()
  for (const kind of ['发热', '咳嗽', '肠胃不适', '病假', '事假']) expect(words).not.toContain(kind)
})

async function ownerOf(): Promise<string> {
  const found = await stored<{ _id: string; applicant: { openid: string } }>(house, 'leaves')
  return found.find(({ _id }) => _id === known.old)?.applicant.openid ?? ''
}

async function dayOf(day: string) {
  for (const each of await house.teacher.all('.month-day'))
    if (/^\d+/.exec((await each.text()).trim())?.[0] === day) return each
  return undefined
}

async function wordOn(day: string): Promise<string> {
  return ((await (await dayOf(day))?.text()) ?? '').replace(/^\s*\d+/, '').trim()
}
