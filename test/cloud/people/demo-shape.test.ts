// Proves that the demo lays down what the product itself writes: a school that lived through its doors has the same fields.
import { buildDemo } from '../../../demo'
import { HEAD_TEACHER, newRequestId, NOW, openHouse, openSchool, PRINCIPAL, seat, type House } from './house'

type Fields = Record<string, unknown>

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.cloud.stop())

/** Lists of children or halves are not fields: what stands under a child's id is looked at as one. */
const BY_CHILD = /^entries\.[^.]+/

/** Every field, with its way: `entries.*.signedAt`. */
function fieldsOf(value: unknown, way = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => fieldsOf(item, way))
  if (typeof value !== 'object' || value === null) return [way.replace(BY_CHILD, 'entries.*')]
  return Object.entries(value).flatMap(([name, inside]) => fieldsOf(inside, way ? `${way}.${name}` : name))
}

const isOwn = (field: string) => !/^(draft|reasons|rules|calendar|credits)\./.test(field)
const fieldsOfAll = (documents: readonly unknown[]) =>
  new Set(documents.flatMap((each) => fieldsOf(each)).filter(isOwn))

/** One of everything: a notice signed, read, called about and closed, one held, one queued, one refused, and leaves. */
async function liveThrough(): Promise<void> {
  const { classes } = await openSchool(house)
  const classId = Object.values(classes)[0] ?? ''
  const { members } = await house.get(HEAD_TEACHER, 'class.members', { classId })
  const [first, ...others] = members
  for (const [index, { childId }] of members.slice(0, 2).entries())
    await seat(house, `o-parent-${index}`, classId, childId)
  const parent = 'o-parent-0'
  const childId = first?.childId ?? ''
  const now = Date.parse(NOW)
  const draft = { kind: 'outing', body: '请穿校服。', replyMode: 'sign', photos: [] } as const
  const publish = (openid: string, title: string, more: object) =>
    house.ask(openid, 'notice.publish', {
      ...{ ...draft, photos: [], title, deadline: now + 20 * 3_600_000 },
      ...{ audience: { to: 'classes', classIds: [classId] }, event: { day: '2026-09-09', place: '植物园' }, ...more },
    })
  const published = await house.get(HEAD_TEACHER, 'notice.publish', {
    ...{ ...draft, photos: [], title: '秋游通知', deadline: now + 20 * 3_600_000 },
    ...{ audience: { to: 'classes', classIds: [classId] }, event: { day: '2026-09-09', place: '植物园' } },
  })
  const slip = { noticeId: published.noticeId, classId }
  await house.get(parent, 'slip.markRead', { ...slip, childId })
  await house.get(parent, 'slip.sign', { ...slip, childId, version: 1, typedName: '王建国' })
  for (const other of others) {
    const told = { way: 'phone', told: '妈妈', at: now, result: '已知晓' } as const
    await house.get(HEAD_TEACHER, 'slip.followUp', { ...slip, childId: other.childId, ...told })
  }
  await house.get(HEAD_TEACHER, 'slip.close', slip)
  await publish(HEAD_TEACHER, '测验成绩', { body: '测验已批改，全班平均分88分，小明95分。' })
  await publish(HEAD_TEACHER, '单独通知', { audience: { to: 'child', classId, childId } })
  await house.cloud.control('verdicts.set', { suggest: 'review', label: 20012, times: 1 })
  await publish(HEAD_TEACHER, '午休要求', { replyMode: 'read' })
  await house.cloud.control('verdicts.clear')
  const leave = { childId, kind: 'personal', reason: '看牙医', proof: [] } as const
  const days = (day: string) => ({ span: { from: day, fromHalf: 'am', to: day, toHalf: 'pm' } as const })
  const one = await house.get(parent, 'leave.submit', { ...leave, proof: [], ...days('2026-09-02') })
  await house.get(HEAD_TEACHER, 'leave.decide', { leaveId: one.leaveId, approve: false, words: '请补充事由' })
  const two = await house.get(parent, 'leave.submit', { ...leave, proof: [], ...days('2026-09-01') })
  await house.get(HEAD_TEACHER, 'leave.decide', { leaveId: two.leaveId, approve: true })
  await house.get(parent, 'leave.return', { leaveId: two.leaveId })
  await house.get(HEAD_TEACHER, 'class.review', { classId })
  await house.cloud.control('clock.set', { now: '2026-09-01T20:50:00+08:00' })
  await publish(HEAD_TEACHER, '明天带水彩笔', { replyMode: 'read' })
  const urgent = { cause: 'closure', reason: '大风红色预警' }
  const { schoolId } = (await house.get(PRINCIPAL, 'session.read', {})).identities[0] ?? { schoolId: '' }
  const all = { to: 'school', schoolId }
  await publish(PRINCIPAL, '明天停课一天', { kind: 'closure', audience: all, urgent, event: undefined })
  const again = await house.get(HEAD_TEACHER, 'notice.publish', {
    ...{ ...draft, kind: 'safety', photos: [], title: '上学路上', deadline: now + 20 * 3_600_000 },
    ...{ audience: { to: 'classes', classIds: [classId] }, urgent: { cause: 'safety', reason: '施工' } },
  })
  await house.cloud.control('clock.set', { now: '2026-09-02T08:00:00+08:00' })
  await house.get(HEAD_TEACHER, 'slip.remind', { noticeId: again.noticeId, classId })
  expect(newRequestId()).not.toBe('')
}

test('given a school that lived through its doors, then the demo has no field that it has not, and all that every document has', async () => {
  await liveThrough()
  for (const [collection, documents] of Object.entries(buildDemo(Date.parse(NOW)).collections)) {
    if (collection === 'statistics') continue
    const written = await house.stored<Fields>(collection)
    const known = fieldsOfAll(written)
    const unknown = [...fieldsOfAll(documents)].filter((field) => !known.has(field))
    expect({ collection, unknown }).toEqual({ collection, unknown: [] })
    const everywhere = Object.keys(written[0] ?? {}).filter((field) => written.every((each) => field in each))
    const missing = everywhere.filter((field) => documents.some((each) => !(field in each)))
    expect({ collection, missing }).toEqual({ collection, missing: [] })
  }
})
