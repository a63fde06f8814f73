// Proves that the demo lays down what the product itself writes.
import type { Input } from '@class-pact/core/contract'
import { buildDemo } from '../../../demo'
import { drawPicture } from '../../../demo/pictures'
import { OWN_REGISTER } from '../../../demo/registers'
import { uploadAs } from '../uploads'
import { HEAD_TEACHER, inviteFamily, NOW, openHouse, openSchool, PRINCIPAL, seat, type House } from './house'

const [MOTHER, FATHER] = ['o-mother', 'o-father']
const EVENING = '2026-09-01T20:50:00+08:00'
const NEXT_MORNING = '2026-09-02T08:00:00+08:00'
const NEXT_EVENING = '2026-09-02T20:30:00+08:00'
const DEADLINE = Date.parse('2026-09-02T18:00:00+08:00')

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.cloud.stop())

type Draft = Input<'notice.publish'>

/** Somebody posts to a class; what becomes of it is the product's to say. */
async function post(openid: string, classId: string, title: string, more: Partial<Draft>): Promise<string> {
  const usual = { kind: 'notice', body: title, replyMode: 'read', photos: [] } as const
  const audience = { to: 'classes' as const, classIds: [classId] }
  const reply = await house.ask(openid, 'notice.publish', { ...usual, photos: [], title, audience, ...more })
  return reply.ok ? reply.data.noticeId : reply.error.code
}

/** Some of all that the demo shows, in a school of its own. */
async function liveThrough(): Promise<void> {
  const { schoolId, classes } = await openSchool(house)
  const classId = Object.values(classes)[0] ?? ''
  const { members } = await house.get(HEAD_TEACHER, 'class.members', { classId })
  const [childId = '', second = '', ...others] = members.map((member) => member.childId)
  const token = await inviteFamily(house, classId, childId)
  const named = { consent: true, relation: 'mother', guardianName: '王建国' } as const
  await house.get(MOTHER, 'join.guardian', { token, ...named })
  await seat(house, FATHER, classId, second)
  await house.get(MOTHER, 'reminders.accept', { templates: ['notice', 'leave_result', 'todo'] })
  await house.get(HEAD_TEACHER, 'class.review', { classId })
  await liveRegisters(schoolId, classId, childId)
  const receptionId = await liveReception(classId, childId)
  await liveNotices(schoolId, classId, [childId, second, ...others])
  await liveLeaves(childId)
  await liveRoll(classId, [childId, second, ...others])
  await liveAlbum(classId, childId)
  await liveTalks(childId)
  const ill = { kind: 'fever', span: { from: '2026-09-02', fromHalf: 'am', to: '2026-09-02', toHalf: 'pm' } } as const
  await house.get(FATHER, 'leave.submit', { childId: second, proof: [], ...ill })
  await house.cloud.control('clock.advance', { ms: 60_000 })
  await house.cloud.control('timers.run')
  await house.cloud.control('clock.set', { now: NEXT_EVENING })
  await liveAfternoon(classId)
  await house.get(HEAD_TEACHER, 'booking.note', { receptionId, childId, came: true, words: '谈了作息' })
  await post(HEAD_TEACHER, classId, '明天带水彩笔', { body: '明天美术课画秋天，请带水彩笔。' })
}

/** Some registers of the catalogue and one of the school's own, filled in, signed, with a later part; somebody in office. */
async function liveRegisters(schoolId: string, classId: string, childId: string): Promise<void> {
  const { token } = await house.get(PRINCIPAL, 'invitation.create', {
    purpose: 'office',
    schoolId,
    office: 'equipment',
  })
  const officer = await house.get('o-he', 'join.staff', { token, consent: true, name: '何文静' })
  if (officer.outcome !== 'applied') throw new Error('an officer sits down without being let in')
  await house.get(PRINCIPAL, 'application.decide', { applicationId: officer.applicationId, approve: true })
  const changes = ['class-log', 'contacts', 'parents-meeting'].map((register) => ({ register, on: true }))
  await house.get(PRINCIPAL, 'register.switch', { schoolId, seen: 0, changes })
  await house.get(PRINCIPAL, 'register.own', { schoolId, seen: 1, definition: OWN_REGISTER })
  const write = (register: string, answers: Input<'register.write'>['answers'], subject?: string) =>
    house.get(HEAD_TEACHER, 'register.write', {
      ...{ register, schoolId, classId, version: 0, answers },
      ...(subject && { subject }),
    })
  const way = { question: 'way', choices: ['phone'] }
  await write(
    'contacts',
    [way, { question: 'day', day: '2026-09-01' }, { question: 'matter', text: '说了作息' }],
    childId,
  )
  const log = await write('class-log', [{ question: 'breaks', done: false, text: '有人追跑' }])
  const ink = await uploadAs(house, HEAD_TEACHER, 'signature', drawPicture(0).thumb.png)
  const signed = [{ question: 'signed', files: [ink] }]
  const next = { schoolId, version: 1 }
  await house.get(HEAD_TEACHER, 'entry.part', { ...next, entryId: log.entryId ?? '', part: 'sign', answers: signed })
  const plan = await write('parents-meeting', [
    ...[
      { question: 'day', day: '2026-09-09' },
      { question: 'time', time: '18:30' },
    ],
    ...[
      { question: 'form', choices: ['school'] },
      { question: 'topics', choices: ['study'] },
    ],
    { question: 'plan', text: '先看作品，再说作息。' },
  ])
  const minutes = [
    { question: 'came', refs: [childId] },
    { question: 'minutes', text: '看了作品，说了作息。' },
  ]
  await house.get(HEAD_TEACHER, 'entry.part', {
    ...next,
    entryId: plan.entryId ?? '',
    part: 'minutes',
    answers: minutes,
  })
  await write('own:1', [
    { question: 'seats', choices: ['yes'] },
    { question: 'bent', number: 3 },
    { question: 'notes', text: '同桌互相提醒。' },
  ])
}

/** Hours that a family has booked; what came of it is noted when they are over. */
async function liveReception(classId: string, childId: string): Promise<string> {
  const hours = { from: '16:40', to: '17:40', minutes: 15, place: '二楼接待室' } as const
  const { days } = await house.get(HEAD_TEACHER, 'booking.open', {
    classId,
    days: ['2026-09-02', '2026-09-03'],
    ...hours,
  })
  const receptionId = days.find(({ day }) => day === '2026-09-02')?.receptionId ?? ''
  await house.get(MOTHER, 'booking.take', { receptionId, childId, time: '16:55' })
  return receptionId
}

async function liveNotices(schoolId: string, classId: string, childIds: string[]): Promise<void> {
  const [childId = '', ...others] = childIds
  const outing = { kind: 'outing', replyMode: 'sign', deadline: DEADLINE } as const
  const event = { day: '2026-09-09', place: '市植物园' }
  const noticeId = await post(HEAD_TEACHER, classId, '秋游通知', { ...outing, event, body: '请穿校服和运动鞋。' })
  const slip = { noticeId, classId, childId }
  await house.get(MOTHER, 'slip.markRead', slip)
  await house.get(MOTHER, 'slip.sign', { ...slip, version: 1, typedName: '王建国' })
  for (const each of others) {
    const told = { way: 'phone', told: '妈妈', at: Date.parse(NOW), result: '已知晓' } as const
    await house.get(HEAD_TEACHER, 'slip.followUp', { ...slip, childId: each, ...told })
  }
  await house.get(HEAD_TEACHER, 'slip.close', { noticeId, classId })
  await post(HEAD_TEACHER, classId, '喜报', {
    kind: 'praise',
    ground: 'contest',
    audience: { to: 'child', classId, childId },
  })
  await post(HEAD_TEACHER, classId, '测验情况', { body: '测验已批改，全班平均分88分。' })
  await house.cloud.control('verdicts.set', { suggest: 'review', label: 20012, times: 1 })
  await post(HEAD_TEACHER, classId, '午休要求', { body: '请孩子中午好好休息。' })
  await house.cloud.control('clock.set', { now: EVENING })
  const urgent = { cause: 'closure', reason: '大风红色预警' } as const
  const closed = { kind: 'closure', replyMode: 'sign', deadline: DEADLINE, urgent } as const
  const audience = { to: 'school' as const, schoolId }
  const closure = await post(PRINCIPAL, classId, '明天停课一天', {
    ...closed,
    audience,
    body: '全校停课，请待在家中。',
  })
  await house.cloud.control('clock.set', { now: NEXT_MORNING })
  await house.get(HEAD_TEACHER, 'slip.remind', { noticeId: closure, classId })
}

async function liveLeaves(childId: string): Promise<void> {
  const ask = async (day: string) => {
    const span = { from: day, fromHalf: 'am', to: day, toHalf: 'pm' } as const
    const wanted = { childId, kind: 'personal', reason: '看牙医', proof: [], span } as const
    return (await house.get(MOTHER, 'leave.submit', { ...wanted, proof: [] })).leaveId
  }
  const [rejected, returned] = [await ask('2026-09-03'), await ask('2026-09-02')]
  await house.get(HEAD_TEACHER, 'leave.decide', { leaveId: rejected, approve: false, words: '请补充事由' })
  await house.get(HEAD_TEACHER, 'leave.decide', { leaveId: returned, approve: true })
  await house.get(MOTHER, 'leave.return', { leaveId: returned })
}

/** An album that passes: the timers bring it on. */
async function liveAlbum(classId: string, childId: string): Promise<void> {
  const fileId = await uploadAs(house, HEAD_TEACHER, 'album', drawPicture(0).photo.png)
  const photos = [{ fileId, children: [childId] }]
  await house.get(HEAD_TEACHER, 'album.publish', {
    ...{ classId, title: '放风筝', photos, whole: false, absent: [], sure: true },
  })
}

/** A matter that is answered and settled, and an idea in the principal's letter box. */
async function liveTalks(childId: string): Promise<void> {
  const matter = { to: { desk: 'head_teacher' }, about: 'matter', matter: '晚上睡得晚' } as const
  const words = '孩子这几天写完作业快十点了，想问问家里怎么配合。'
  const { talkId } = await house.get(MOTHER, 'talk.open', { childId, ...matter, words, photos: [] })
  await house.get(HEAD_TEACHER, 'talk.send', { talkId, words: '我会留意他的情况，下周和您联系。', photos: [] })
  await house.get(MOTHER, 'talk.close', { talkId })
  const idea = { to: { desk: 'principal' }, about: 'idea', matter: '接送区加遮阳棚' } as const
  await house.get(MOTHER, 'talk.open', { childId, ...idea, words: '放学时接送区很晒，建议加一段遮阳棚。', photos: [] })
}

/** A morning with leave, a late child, a sick one, and one who is looked for and comes. */
async function liveRoll(classId: string, children: string[]): Promise<void> {
  const [, late = '', sick = '', missing = ''] = children
  const { day, half, now } = await house.get(HEAD_TEACHER, 'roll.read', { classId, half: 'am' })
  const marks: Input<'roll.save'>['marks'] = [
    { childId: late, mark: 'late', at: now, remark: '堵车' },
    { childId: sick, mark: 'present', at: now, symptoms: ['cough'] },
    { childId: missing, mark: 'absent', at: now },
  ]
  await house.get(HEAD_TEACHER, 'roll.save', { classId, day, half, takenAt: now, children, marks })
  const looking = { classId, day, half, childId: missing, at: now }
  await house.get(HEAD_TEACHER, 'roll.contact', { ...looking, outcome: 'no_answer' })
  await house.get(HEAD_TEACHER, 'roll.contact', { ...looking, outcome: 'reached', cause: 'sick' })
}

/** An afternoon on which nobody is missing. */
async function liveAfternoon(classId: string): Promise<void> {
  const { day, half, now, lines } = await house.get(HEAD_TEACHER, 'roll.read', { classId, half: 'pm' })
  const children = lines.map(({ childId }) => childId)
  await house.get(HEAD_TEACHER, 'roll.save', { classId, day, half, takenAt: now, children, marks: [] })
}

/** What is the same in every document because it comes from one place in core: drafts, reasons, rules. */
const FROM_CORE = /^(draft|audience|reasons|rules|credits)\./
/** Under these stand the ids of children, of parts and times of a day. */
const KEYED = /^(entries|lines|contacts|parts|bookings)\.[^.]+/

/** The scheduler takes it away once it is done; when it comes by, is not the document's to say. */
const STILL_TO_DO = 'duty'

/** Every field, by its way: `entries.*.signedAt`. */
function fieldsOf(value: unknown, way = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => fieldsOf(item, way))
  if (typeof value !== 'object' || value === null) return [way.replace(KEYED, '$1.*')]
  return Object.entries(value).flatMap(([name, inside]) => fieldsOf(inside, way ? `${way}.${name}` : name))
}
/** What a document says nothing of is not stored. */
const asStored = (documents: readonly object[]) => JSON.parse(JSON.stringify(documents)) as object[]

function compare(collection: string, laidDown: readonly object[], written: readonly object[]) {
  const known = new Set(fieldsOf(written))
  const strange = [...new Set(fieldsOf(laidDown))].filter((field) => !known.has(field) && !FROM_CORE.test(field))
  const always = Object.keys(written[0] ?? {}).filter(
    (field) => field !== STILL_TO_DO && written.every((each) => field in each),
  )
  const missing = always.filter((field) => laidDown.some((each) => !(field in each)))
  return { collection, strange, missing }
}

test('given a school that lived through its doors, then the demo has no field that it has not, and every field that all its documents have', async () => {
  await liveThrough()
  const { statistics: _, ...collections } = buildDemo(Date.parse(NOW)).collections
  const compared = await Promise.all(
    Object.entries(collections).map(async ([name, documents]) =>
      compare(name, asStored(documents), await house.stored<object>(name)),
    ),
  )
  expect(compared.filter(({ strange, missing }) => strange.length + missing.length > 0)).toEqual([])
})
