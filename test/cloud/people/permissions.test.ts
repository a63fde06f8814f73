// Proves in the running functions who gets nothing: strangers, other families, other classes, other schools.
import { ROLES, type ActionName, type Input, type Role, type Row } from '@class-pact/core/contract'
import {
  HEAD_TEACHER,
  issueAndActivate,
  newRequestId,
  openHouse,
  openSchool,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  seat,
  seatStaff,
  TEACHER,
  type House,
} from './house'
import { aPhoto } from '../album/given-album'
import { aBureauOver } from '../bureau/given-bureau'
import { aFormNotice } from '../given-form'
import { uploadAs } from '../uploads'
import { ACTIONS } from '../../actions'

const FAMILY = 'o-family'
const OTHER_FAMILY = 'o-other-family'
const OTHER_PRINCIPAL = 'o-other-principal'
const STRANGER = 'o-stranger'
const OFFICE = 'o-office'
const SUPERVISOR = 'o-supervisor'
const OFFICER = 'o-officer'
const STAND_IN = 'o-stand-in'
const BUREAU = 'o-bureau'
/** Both were of the class, and are not any more. */
const REMOVED = 'o-removed'
const FORMER_TEACHER = 'o-former-teacher'
const TODAY = '2026-09-01'
const NEXT_DAY = '2026-09-02'
const takenAt = Date.parse(`${TODAY}T08:00:00+08:00`)

type Inputs = { [Name in ActionName]: Input<Name> }

let house: House
let inputs: Inputs
/** Words that nobody outside class 一（1）班 may read in any answer. */
let secrets: string[]

beforeAll(async () => {
  house = await openHouse()
  const school = await openSchool(house)
  const { schoolId } = school
  const { '一（1）班': classId = '', '一（2）班': otherClassId = '' } = school.classes
  const { members } = await house.get(HEAD_TEACHER, 'class.members', { classId })
  const { members: others } = await house.get(OTHER_HEAD_TEACHER, 'class.members', { classId: otherClassId })
  const [childId = '', spareId = '', supervised = ''] = members.map((member) => member.childId)
  await seat(house, FAMILY, classId, childId)
  await seat(house, SUPERVISOR, classId, supervised)
  await appoint(classId, supervised, schoolId)
  await comeAndGo(classId, childId)
  const otherToken = await house.get(OTHER_HEAD_TEACHER, 'invitation.create', {
    purpose: 'child',
    classId: otherClassId,
    childId: others[0]?.childId ?? '',
  })
  await house.get(OTHER_FAMILY, 'join.guardian', { token: otherToken.token, consent: true, relation: 'mother' })
  await issueAndActivate(house, 'TEST-CODE-0009', OTHER_PRINCIPAL, '邻校')

  const draft: Input<'notice.publish'> = {
    kind: 'outing',
    title: '秋游通知',
    body: '下周四上午八点在操场集合，下午三点半返校，请穿运动鞋。',
    replyMode: 'sign',
    deadline: Date.parse('2026-09-03T18:00:00+08:00'),
    event: { day: '2026-09-10', place: '植物园' },
    audience: { to: 'classes', classIds: [classId] },
    photos: [],
  }
  const { noticeId, state } = await house.get(HEAD_TEACHER, 'notice.publish', draft)
  expect(state).toBe('published')
  await house.cloud.control('verdicts.set', { suggest: 'review', times: 10 })
  const held = await house.get(HEAD_TEACHER, 'notice.publish', {
    ...draft,
    title: '待审通知',
    body: '请看附近的天气安排，另行说明集合地点。',
  })
  await house.cloud.control('verdicts.clear')
  expect(held.state).toBe('held')
  const leave = await house.get(FAMILY, 'leave.submit', {
    childId,
    kind: 'fever',
    span: { from: NEXT_DAY, fromHalf: 'am', to: NEXT_DAY, toHalf: 'pm' },
    proof: [],
  })
  const { token } = await house.get(HEAD_TEACHER, 'invitation.create', { purpose: 'class', classId })
  const applied = await house.get('o-applicant', 'join.guardian', {
    token,
    consent: true,
    childName: '查无此人',
    guardianName: '某人',
    relation: 'other',
  })
  const applicationId = applied.outcome === 'applied' ? applied.applicationId : ''
  const movingToken = await house.get(HEAD_TEACHER, 'invitation.create', { purpose: 'child', classId, childId })
  const moving = { token: movingToken.token, consent: true, guardianName: '某人', relation: 'mother' } as const
  const { moveId } = await house.get('o-new-phone', 'move.request', moving)
  const { members: seated } = await house.get(HEAD_TEACHER, 'class.members', { classId })
  const [mother] = seated[0]?.guardians ?? []
  const guardian = { childId, card: mother?.card ?? '', since: mother?.since ?? 0 }
  const { caseId } = await house.get(HEAD_TEACHER, 'case.open', { guardian, rule: 'C10', evidence: '多次发广告' })
  const sudden = await house.get(HEAD_TEACHER, 'incident.open', { childId, kind: 'sudden' })
  const { incidentId } = sudden
  const entryId = await anEntryOf(schoolId, classId, childId)
  const albumId = await anAlbumOf(classId, childId)
  const slip = { noticeId, classId }
  const letter = { words: '孩子最近课间不太愿意出去，想请您留意一下。', photos: [] }
  const opening = { childId, to: { desk: 'head_teacher' }, about: 'matter', matter: '课间活动', ...letter } as const
  await house.cloud.control('verdicts.set', { suggest: 'review', times: 10 })
  const doubted = await house.get(FAMILY, 'talk.open', { ...opening, matter: '待审来信' })
  await house.cloud.control('verdicts.clear')
  const { talkId } = await house.get(FAMILY, 'talk.open', opening)
  const asked = await house.get(PRINCIPAL, 'notice.publish', {
    ...{ kind: 'notice', title: '交教案', body: '请把本学期教案交到教导处。', replyMode: 'report', photos: [] },
    audience: { to: 'staff', schoolId, whom: 'all' },
  })
  const task = { schoolId, noticeId: asked.noticeId }
  const leaveId = leave.leaveId
  const asks = [{ id: 'q1', type: 'text' as const, label: '您的建议', required: true }]
  const aDraw = {
    schoolId,
    title: '家长问卷',
    percent: 100,
    questions: asks,
    deadline: Date.parse(`${NEXT_DAY}T20:00:00+08:00`),
  }
  const { drawId } = await house.get(PRINCIPAL, 'draw.make', aDraw)
  const aDay = { classId, days: ['2026-09-12'], from: '09:00', to: '10:00', minutes: 15 as const, place: '接待室' }
  const { days: receptionDays } = await house.get(HEAD_TEACHER, 'booking.open', aDay)
  const booked = { receptionId: receptionDays[0]?.receptionId ?? '', childId }
  const { identity, permissionId, letterId } = await aBureauOver(house, { schoolId, principal: PRINCIPAL, by: BUREAU })
  const numbered = { identity, schoolId, purpose: '山区图书', from: TODAY, to: NEXT_DAY, uses: 'once' } as const
  secrets = [...members.map(({ name }) => name).slice(0, 3), '秋游通知', '待审通知', '13831936028']
  const wrong = {
    ...({ rule: 'C29', pactVersion: 1, verdict: 'refuse', kind: 'private', text: '孩子的饭盒落在教室了' } as const),
    consents: true as const,
  }
  await house.get(FAMILY, 'misjudgement.tell', { schoolId, ...wrong })
  const [{ misjudgementId = '' } = {}] = (await house.get(PRINCIPAL, 'misjudgement.list', { schoolId })).misjudgements
  inputs = {
    'session.read': {},
    'reminders.accept': { templates: ['notice'] },
    'reminders.choose': { daily: true },
    'person.export': {},
    'person.print': {},
    'person.delete': {},
    'seat.leave': { childId },
    'school.activate': {
      code: 'GUESSED-CODE',
      consent: true,
      schoolName: '某校',
      kind: 'primary',
      principalName: '某人',
    },
    'school.read': { schoolId },
    'school.update': { schoolId, phone: '010-87654321' },
    'purge.read': { schoolId },
    'year.read': { schoolId },
    'year.run': { schoolId, year: 2026, digest: '0' },
    'year.undo': { schoolId, year: 2026 },
    'head.list': { schoolId },
    'head.invite': { schoolId },
    'invitation.print': { schoolId, classId, of: 'families' },
    'school.stop': { schoolId, level: 'class', reason: '演练' },
    'school.resume': { schoolId },
    'calendar.read': { schoolId },
    'calendar.update': { schoolId, version: 0, calendar: { rest: [], school: [] } },
    'calendar.preview': { schoolId, fileId: 'cloud://local-env/calendar.csv' },
    'calendar.import': { schoolId, fileId: 'cloud://local-env/calendar.csv', digest: '0', version: 0 },
    'roster.preview': { schoolId, fileId: 'cloud://local-env/roster.xlsx' },
    'roster.problems': { schoolId, fileId: 'cloud://local-env/roster.xlsx' },
    'roster.import': { schoolId, fileId: 'cloud://local-env/roster.xlsx', digest: '0', className: '一（1）班' },
    'invitation.create': { purpose: 'child', classId, childId },
    'invitation.read': { token: 'guessed-token' },
    'join.guardian': { token: 'guessed-token', consent: true, relation: 'mother' },
    'join.staff': { token: 'guessed-token', consent: true, name: '某人', subject: '语文' },
    'seat.request': { from: 'family', childId, reason: '奶奶接送' },
    'application.read': { applicationId },
    'application.withdraw': { applicationId },
    'application.list': { classId },
    'application.decide': { applicationId, approve: true, childId: spareId },
    'card.confirm': { childId, relation: 'mother' },
    'move.request': { token: 'guessed-token', consent: true, guardianName: '某人', relation: 'mother' },
    'move.read': { moveId },
    'move.answer': { moveId, mine: true },
    'move.withdraw': { moveId },
    'move.list': { classId },
    'move.decide': { moveId, approve: false },
    'class.members': { classId },
    'class.update': { classId, phone: '13800001111' },
    'class.review': { classId },
    'member.remove': { guardian, cause: 'not_guardian' },
    'teacher.remove': { classId, teacher: { card: '数学孙老师', since: guardian.since } },
    'class.release': { classId },
    'child.phones': { childId },
    'child.read': { childId },
    'child.add': { classId, name: '新来的', no: '' },
    'child.rename': { childId, name: '改了名', no: '' },
    'child.move': { childId, toClassId: otherClassId },
    'child.leave': { childId, cause: 'left', from: NEXT_DAY },
    'child.confirm': { childId, confirm: true },
    'child.return': { childId },
    'pact.read': { schoolId },
    'pact.history': { schoolId },
    'pact.preview': { schoolId, changes: { rules: {} } },
    'pact.adopt': { schoolId, changes: { rules: { T12: null } }, version: 2, effectiveFrom: NEXT_DAY },
    'pact.draft': { schoolId, text: '一、晚上九点以后不发消息。' },
    'pact.print': { schoolId },
    'misjudgement.tell': { schoolId, ...wrong },
    'misjudgement.list': { schoolId },
    'misjudgement.answer': { misjudgementId, agrees: true },
    'upload.prepare': { purpose: 'roster', count: 1, schoolId },
    'today.read': { identity: `head_teacher:${classId}` },
    'notice.prepare': { schoolId, classId },
    'notice.publish': draft,
    'notice.amend': {
      ...{ noticeId, version: 1, audience: draft.audience, title: draft.title, body: '明天不开家长会。' },
      ...{ photos: [], asksAgain: false, note: '改了时间' },
    },
    'notice.list': { identity: `head_teacher:${classId}` },
    'notice.fees': { identity: `head_teacher:${classId}` },
    'notice.read': slip,
    'notice.withdraw': { noticeId },
    'task.read': task,
    'task.markRead': task,
    'task.answer': { ...task, version: 1, report: '已交' },
    'task.board': task,
    'task.remind': task,
    'task.close': task,
    'slip.signed': { identity: `guardian:${childId}` },
    'slip.markRead': { ...slip, childId },
    'slip.sign': { ...slip, childId, version: 1, typedName: '严依依' },
    'slip.answer': { ...slip, childId, version: 1, form: aFormNotice().form, answers: [] },
    'answers.read': slip,
    'answers.share': { noticeId },
    'answers.export': slip,
    'board.read': slip,
    'slip.opinions': slip,
    'slip.remind': slip,
    'slip.followUp': { ...slip, childId, way: 'phone', told: '妈妈', at: Date.parse('2026-09-01T10:00:00+08:00') },
    'slip.close': slip,
    'paper.read': { code: `${'guessed-paper'.padEnd(24, '0')}.guessed-00` },
    'slip.proof': { ...slip, childId },
    'board.print': { ...slip, as: 'slips' },
    'register.export': { schoolId, classId, register: 'class-log' },
    'card.print': { schoolId, classId, childId },
    'appraisal.export': { schoolId, kind: 'home' },
    'report.inspection': { schoolId },
    'report.figures': { schoolId, range: 'term' },
    'report.term': { schoolId, classId },
    'review.list': { schoolId },
    'review.decide': { noticeId: held.noticeId, decision: 'approve' },
    'override.list': { schoolId },
    'override.see': { noticeId: held.noticeId },
    'evidence.keep': { noticeId: held.noticeId },
    'evidence.list': { schoolId },
    'talk.open': { ...opening, matter: '午餐' },
    'talk.send': { talkId, ...letter, words: '还想问一下午餐的情况，他说不太习惯。' },
    'talk.read': { talkId },
    'talk.list': { of: 'class', classId },
    'talk.figures': { of: 'class', classId },
    'talk.prepare': { of: 'class', classId },
    'talk.own': {},
    'talk.pass': { talkId, words: '请校长看看' },
    'talk.ask': { talkId },
    'talk.close': { talkId },
    'talk.thank': { talkId, words: '谢谢您' },
    'letter.held': { of: 'class', classId },
    'letter.decide': {
      talkId: doubted.talkId,
      letterId: doubted.letters[0]?.letterId ?? '',
      decision: 'approve',
    },
    'album.publish': {
      ...{ classId, title: '班级照片', whole: false, absent: [], sure: true },
      photos: [{ fileId: 'cloud://guessed', children: [childId] }],
    },
    'album.prepare': { classId },
    'album.list': { of: 'class', classId },
    'album.read': { albumId },
    'album.download': { albumId, photoId: 'guessed' },
    'album.remove': { albumId },
    'album.decide': { albumId, decision: 'approve' },
    'photo.choose': { childId, shown: false },
    'photo.choice': { childId },
    'incident.open': { childId, kind: 'accident' },
    'incident.note': { incidentId, signs: ['bump'] },
    'incident.step': { incidentId, step: 'guardian' },
    'incident.correct': { incidentId, step: 'guardian', notedAt: sudden.openedAt },
    'incident.close': { incidentId, outcome: 'home' },
    'incident.phones': { incidentId },
    'incident.read': { incidentId },
    'incident.list': { of: 'class', classId },
    'case.open': { guardian, rule: 'C10', evidence: '多次发广告' },
    'case.step': { caseId, step: 'guide', words: '已电话说明' },
    'case.close': { caseId, words: '已解决' },
    'case.list': { of: 'class', classId },
    'case.own': {},
    'appeal.file': { caseId, words: '请校长再看一次' },
    'appeal.list': { schoolId },
    'appeal.answer': { caseId, decision: 'uphold', words: '已了解' },
    'committee.mark': { guardian, member: true },
    'supervisor.name': { guardian },
    'log.read': { classId },
    'report.file': { classId, words: '请看9月1日的记录' },
    'report.answer': { reportId: 'guessed', words: '已了解' },
    'report.list': { of: 'class', classId },
    'audit.export': { schoolId },
    'leave.prepare': { childId },
    'leave.submit': {
      childId,
      kind: 'fever',
      span: { from: '2026-09-07', fromHalf: 'am', to: '2026-09-07', toHalf: 'pm' },
      proof: [],
    },
    'leave.read': { leaveId },
    'leave.list': { of: 'child', childId },
    'leave.withdraw': { leaveId },
    'leave.return': { leaveId },
    'leave.decide': { leaveId, approve: true },
    'leave.undo': { leaveId },
    'statistics.read': { schoolId, range: 'week' },
    'statistics.class': { classId, range: 'week' },
    'statistics.notice': { noticeId },
    'statistics.work': { schoolId, range: 'term' },
    'statistics.staff': { schoolId, range: 'term' },
    'statistics.items': { schoolId, range: 'term', figure: 'posts' },
    'timetable.read': { classId },
    'draw.list': { schoolId },
    'draw.make': aDraw,
    'draw.read': { schoolId, drawId },
    'draw.void': { schoolId, drawId, words: '题目写错了' },
    'survey.read': { drawId, childId },
    'survey.answer': {
      drawId,
      childId,
      questions: asks,
      answers: [{ question: 'q1', text: '多开放操场' }],
      ballot: '0'.repeat(64),
    },
    'booking.list': { classId },
    'booking.open': { ...aDay, days: ['2026-09-26'] },
    'booking.close': { receptionId: booked.receptionId, words: '当天停电' },
    'booking.take': { ...booked, time: '09:00' },
    'booking.cancel': booked,
    'booking.note': { ...booked, came: true },
    'bureau.invitation': { token: 'guessed-token' },
    'bureau.accept': { token: 'guessed-token', consent: true, name: '某人' },
    'bureau.seat': { schoolId },
    'bureau.invite': { schoolId, bureau: '区教育局', name: '某人' },
    'bureau.confirm': { schoolId, seen: 0 },
    'bureau.end': { schoolId },
    'bureau.received': { schoolId },
    'bureau.publish': { schoolId, letterId },
    'bureau.decline': { schoolId, letterId },
    'bureau.report': { schoolId },
    'bureau.handIn': { schoolId, items: 0, open: 0 },
    'bureau.schools': { identity },
    'bureau.send': { identity, title: '防汛提醒', body: '请各校检查排水设施。', replyMode: 'read' },
    'bureau.notices': { identity },
    'permission.issue': numbered,
    'permission.list': { identity },
    'permission.end': { permissionId },
    'timetable.save': { classId, periods: [{ from: '08:00', to: '08:40' }], days: [['语文']], seen: 0 },
    'register.read': { register: 'contacts', schoolId, classId, childId },
    'register.write': { register: 'contacts', schoolId, classId, childId, version: 0, answers: [] },
    'register.grid': { register: 'contact-book', schoolId, classId },
    'register.fillGrid': {
      ...{ register: 'contact-book', schoolId, classId, slot: TODAY },
      lines: [{ subject: childId, version: 0, answers: [{ question: 'day', choices: ['good'] }] }],
    },
    'register.table': { register: 'contacts', schoolId, classId, childId },
    'register.summary': { register: 'contacts', schoolId, classId },
    'entry.read': { schoolId, entryId },
    'entry.part': { schoolId, entryId, part: 'fill', version: 1, answers: [] },
    'entry.void': { schoolId, entryId, version: 1, words: '写错了' },
    'register.settings': { schoolId },
    'register.switch': { schoolId, seen: 1, changes: [{ register: 'class-log', on: true }] },
    'register.own': {
      schoolId,
      seen: 1,
      definition: {
        ...{ title: '护眼检查', about: 'class', fills: 'head_teacher', period: 'week', times: 1 },
        questions: [{ id: 'light', label: '灯光够不够', required: true, type: 'text' }],
      },
    },
    'register.due': { identity: `principal:${schoolId}` },
    'leave.day': { schoolId, day: NEXT_DAY },
    'roll.read': { classId },
    'roll.save': {
      classId,
      day: TODAY,
      half: 'am',
      takenAt,
      children: members.map((member) => member.childId),
      marks: [],
    },
    'roll.record': { schoolId, from: TODAY, to: TODAY },
    'roll.contact': { classId, day: TODAY, half: 'am', childId, outcome: 'no_answer', at: takenAt },
    'attendance.day': { schoolId },
    'attendance.class': { classId },
    'attendance.child': { childId },
    'attendance.dropout': { dropoutId: 'guessed' },
    'attendance.step': { dropoutId: 'guessed', step: 'grade' },
    'attendance.health': { schoolId },
    'attendance.warning': { warningId: 'guessed' },
    'attendance.verify': { warningId: 'guessed', holds: true },
    'attendance.report': { warningId: 'guessed', to: ['bureau'], at: takenAt },
    'leave.month': { classId, month: '2026-09' },
    'staff.read': { schoolId },
    'office.open': { schoolId, ref: 'guessed' },
    'office.end': { schoolId, ref: 'guessed' },
    'handover.read': { classId },
    'handover.accept': { classId },
    'standin.read': { classId },
    'standin.set': { classId, ref: 'guessed', from: NEXT_DAY, to: NEXT_DAY },
    'standin.end': { classId },
    'school.reclaim': { code: 'GUESSED-CODE', consent: true, principalName: '某人' },
  }
})
afterAll(() => house?.cloud.stop())

/** A supervisor by the head teacher; somebody of the office straight into the school: no door leads there yet. */
async function appoint(classId: string, supervised: string, schoolId: string): Promise<void> {
  const { members } = await house.get(HEAD_TEACHER, 'class.members', { classId })
  const [{ card = '', since = 0 } = {}] = members.find((each) => each.childId === supervised)?.guardians ?? []
  const guardian = { childId: supervised, card, since }
  await house.get(HEAD_TEACHER, 'committee.mark', { guardian, member: true })
  await house.get(HEAD_TEACHER, 'supervisor.name', { guardian })
  const found = async (collection: string, id: string) =>
    (await house.stored<{ _id: string }>(collection)).find(({ _id }) => _id === id)
  const school = { ...(await found('schools', schoolId)), office: [{ openid: OFFICE, name: '赵红' }] }
  const standIn = { openid: STAND_IN, card: '科学钱老师', from: '2026-09-01', to: '2026-09-03', since: 0 }
  const itsClass = { ...(await found('classes', classId)), standIn }
  const officer = {
    _id: 'office',
    schoolId,
    office: 'grade_leader',
    grade: '一',
    openid: OFFICER,
    name: '孙丽',
    since: 0,
  }
  const held = { ...officer, state: 'held', slot: 'slot', trail: [], audited: 0, trailOpen: false }
  const principal = await found('people', PRINCIPAL)
  const people = [OFFICE, OFFICER, STAND_IN].map((_id) => ({ ...principal, _id }))
  await house.cloud.control('data.put', {
    documents: { schools: [school], classes: [itsClass], offices: [held], people },
  })
}

/** A guardian of the family's own child, and a teacher of its class: the head teacher lets both go. */
async function comeAndGo(classId: string, childId: string): Promise<void> {
  await seat(house, REMOVED, classId, childId)
  await seatStaff(house, classId, FORMER_TEACHER, 'teacher', '陈静', '音乐')
  const { members, teachers } = await house.get(HEAD_TEACHER, 'class.members', { classId })
  const seated = members.find((member) => member.childId === childId)?.guardians.at(-1)
  const taught = teachers.find(({ card }) => card.startsWith('音乐'))
  if (!seated || !taught) throw new Error('nobody has come')
  const guardian = { childId, card: seated.card, since: seated.since }
  await house.get(HEAD_TEACHER, 'member.remove', { guardian, cause: 'not_guardian' })
  await house.get(HEAD_TEACHER, 'teacher.remove', { classId, teacher: { card: taught.card, since: taught.since } })
}

/** One that is out. */
/** The school keeps two registers, and a contact is written down in one. */
async function anEntryOf(schoolId: string, classId: string, childId: string): Promise<string> {
  const changes = ['contacts', 'contact-book'].map((register) => ({ register, on: true }))
  await house.get(PRINCIPAL, 'register.switch', { schoolId, seen: 0, changes })
  const answers = [
    ...[
      { question: 'way', choices: ['phone'] },
      { question: 'day', day: TODAY },
    ],
    { question: 'matter', text: '说了作业' },
  ]
  const input = { register: 'contacts', schoolId, classId, childId, version: 0, answers }
  return (await house.get(HEAD_TEACHER, 'register.write', input)).entryId ?? ''
}

async function anAlbumOf(classId: string, childId: string): Promise<string> {
  const photos = [{ fileId: await uploadAs(house, HEAD_TEACHER, 'album', aPhoto()), children: [childId] }]
  const album = { classId, title: '班级照片', photos, whole: false, absent: [], sure: true }
  const { albumId } = await house.get(HEAD_TEACHER, 'album.publish', album)
  await house.cloud.control('timers.run', { name: 'scheduler' })
  return albumId
}

const NAMES = Object.keys(ACTIONS) as ActionName[]
/** Open to everybody: they tell a stranger nothing, see below. */
const DOORS = NAMES.filter((name) => ACTIONS[name].roles === 'anyone')
/** About the caller alone. */
const OWN: ActionName[] = ['reminders.accept', 'reminders.choose']
/** About the school: every member of it may, by role. */
const SCHOOL_WIDE: ActionName[] = ['pact.read', 'pact.history', 'misjudgement.tell']
/** Of all the staff: the task asks the head teachers of other classes too, and the pact hangs in every classroom. */
const STAFF_WIDE: ActionName[] = ['task.read', 'task.markRead', 'task.answer', 'pact.print']
const GUARDED = NAMES.filter((name) => !DOORS.includes(name))

const answerTo = async (openid: string, name: ActionName) => {
  const reply = await house.ask(openid, name, inputs[name])
  return reply.ok ? 'ok' : reply.error.code
}
const FORBIDDEN = { ok: false, error: { code: 'FORBIDDEN' } }

/** Nobody asks for everything in a minute: whoever does is stopped by that. */
const strangerAt = (name: ActionName) => `${STRANGER}-${name.replace('.', '-')}`

test.each(GUARDED)('M14 a stranger gets nothing from %s', async (name) => {
  expect(await house.ask(strangerAt(name), name, inputs[name])).toEqual(FORBIDDEN)
})

test.each(DOORS)('M14 a stranger learns nothing at the door %s', async (name) => {
  const reply = await house.ask(strangerAt(name), name, inputs[name])
  if (name === 'session.read')
    expect(reply).toMatchObject({ ok: true, data: { consented: false, identities: [], credits: {} } })
  else if (name === 'person.export')
    expect(reply).toMatchObject({ ok: true, data: { identities: [], applications: [], signed: [], leaves: [] } })
  else if (name === 'case.own') expect(reply).toEqual({ ok: true, data: { cases: [] } })
  else if (name === 'talk.own') expect(reply).toEqual({ ok: true, data: { letters: [], total: 0 } })
  else if (name === 'person.delete') expect(reply).toEqual({ ok: true, data: { keptUntil: '2028-08-31' } })
  else
    expect(reply).toMatchObject({
      ok: false,
      error: { code: expect.stringMatching(/^(FORBIDDEN|INVITATION_INVALID|ACTIVATION_INVALID)$/) },
    })
  for (const secret of secrets) expect(JSON.stringify(reply)).not.toContain(secret)
})

test.each(GUARDED.filter((name) => ![...OWN, ...SCHOOL_WIDE].includes(name)))(
  'N16 the guardian of another child gets nothing from %s',
  async (name) => {
    expect(await house.ask(OTHER_FAMILY, name, inputs[name])).toEqual(FORBIDDEN)
  },
)

test.each(GUARDED.filter((name) => ![...OWN, ...SCHOOL_WIDE, ...STAFF_WIDE].includes(name)))(
  'M14 the head teacher of another class gets nothing from %s',
  async (name) => {
    expect(await house.ask(OTHER_HEAD_TEACHER, name, inputs[name])).toEqual(FORBIDDEN)
  },
)

test.each(GUARDED)('M11 a guardian who was removed gets nothing from %s', async (name) => {
  expect(await house.ask(REMOVED, name, inputs[name])).toEqual(FORBIDDEN)
})

test.each(GUARDED)('M13 a former teacher gets nothing from %s', async (name) => {
  expect(await house.ask(FORMER_TEACHER, name, inputs[name])).toEqual(FORBIDDEN)
})

test.each(GUARDED.filter((name) => !OWN.includes(name)))(
  'M14 the principal of another school gets nothing from %s',
  async (name) => {
    expect(await house.ask(OTHER_PRINCIPAL, name, inputs[name])).toEqual(FORBIDDEN)
  },
)

const MEMBERS: [Role, string][] = [
  ['guardian', FAMILY],
  ['head_teacher', HEAD_TEACHER],
  ['teacher', TEACHER],
  ['office', OFFICE],
  ['principal', PRINCIPAL],
  ['supervisor', SUPERVISOR],
  ['officer', OFFICER],
  ['stand_in', STAND_IN],
  ['bureau', BUREAU],
]
/** Whether the office of the officer here opens an action. */
const isTheirs = (name: ActionName) => {
  const { offices }: Row = ACTIONS[name]
  return offices === undefined || offices.includes('grade_leader')
}
/** A supervisor is a guardian too. */
const rolesOf = (role: Role): Role[] => (role === 'supervisor' ? [role, 'guardian'] : [role])
const CLOSED = MEMBERS.flatMap(([role, openid]) =>
  GUARDED.filter(
    (name) =>
      !rolesOf(role).some((each) => (ACTIONS[name].roles as readonly string[]).includes(each)) ||
      (role === 'officer' && !isTheirs(name)),
  ).map((name) => [role, name, openid] as const),
)
test.each(CLOSED)('M14 the role %s of the same class gets nothing from %s', async (_role, name, openid) => {
  expect(await house.ask(openid, name, inputs[name])).toEqual(FORBIDDEN)
})

test('M14 what others were refused has changed nothing', async () => {
  expect(await house.get(HEAD_TEACHER, 'leave.read', inputs['leave.read'])).toMatchObject({ state: 'pending' })
  expect(await house.get('o-applicant', 'application.read', inputs['application.read'])).toMatchObject({
    state: 'pending',
  })
  const board = await house.get(HEAD_TEACHER, 'board.read', inputs['board.read'])
  expect(board).toMatchObject({ state: 'published', counts: { signed: 0, followed: 0 } })
  const { items } = await house.get(PRINCIPAL, 'review.list', inputs['review.list'])
  expect(items.map(({ title }) => title)).toEqual(['待审通知'])
})

const RIGHTFUL: [ActionName, string][] = [
  ['school.read', PRINCIPAL],
  ['school.update', PRINCIPAL],
  ['purge.read', PRINCIPAL],
  ['year.read', PRINCIPAL],
  ['calendar.read', OFFICE],
  ['calendar.update', PRINCIPAL],
  ['class.update', HEAD_TEACHER],
  ['person.export', FAMILY],
  ['person.print', FAMILY],
  ['seat.request', FAMILY],
  ['application.withdraw', 'o-applicant'],
  ['class.members', PRINCIPAL],
  ['class.members', HEAD_TEACHER],
  ['child.phones', HEAD_TEACHER],
  ['application.list', HEAD_TEACHER],
  ['pact.read', FAMILY],
  ['pact.read', TEACHER],
  ['pact.history', FAMILY],
  ['pact.preview', PRINCIPAL],
  ['pact.adopt', PRINCIPAL],
  ['pact.draft', PRINCIPAL],
  ['pact.print', TEACHER],
  ['misjudgement.tell', FAMILY],
  ['misjudgement.list', PRINCIPAL],
  ['misjudgement.answer', PRINCIPAL],
  ['today.read', HEAD_TEACHER],
  ['notice.list', HEAD_TEACHER],
  ['notice.fees', HEAD_TEACHER],
  ['notice.prepare', TEACHER],
  ['notice.read', FAMILY],
  ['board.read', HEAD_TEACHER],
  ['slip.opinions', HEAD_TEACHER],
  ['board.print', HEAD_TEACHER],
  ['slip.proof', FAMILY],
  ['leave.prepare', FAMILY],
  ['leave.read', FAMILY],
  ['leave.list', FAMILY],
  ['review.list', PRINCIPAL],
  ['album.prepare', TEACHER],
  ['album.list', FAMILY],
  ['album.list', OFFICE],
  ['album.read', FAMILY],
  ['album.read', PRINCIPAL],
  ['photo.choice', FAMILY],
  ['photo.choose', FAMILY],
  ['incident.open', TEACHER],
  ['incident.list', TEACHER],
  ['incident.list', STAND_IN],
  ['incident.read', STAND_IN],
  ['incident.read', PRINCIPAL],
  ['incident.step', OFFICE],
  ['incident.phones', HEAD_TEACHER],
  ['talk.read', FAMILY],
  ['talk.read', HEAD_TEACHER],
  ['talk.list', HEAD_TEACHER],
  ['talk.list', TEACHER],
  ['talk.figures', HEAD_TEACHER],
  ['talk.figures', PRINCIPAL],
  ['talk.prepare', TEACHER],
  ['talk.own', FAMILY],
  ['letter.held', HEAD_TEACHER],
  ['letter.decide', HEAD_TEACHER],
  ['talk.send', HEAD_TEACHER],
  ['talk.ask', FAMILY],
  ['case.list', HEAD_TEACHER],
  ['case.step', HEAD_TEACHER],
  ['appeal.list', PRINCIPAL],
  ['log.read', SUPERVISOR],
  ['report.file', SUPERVISOR],
  // From here on somebody else supervises.
  ['committee.mark', HEAD_TEACHER],
  ['supervisor.name', HEAD_TEACHER],
  ['log.read', HEAD_TEACHER],
  ['log.read', PRINCIPAL],
  ['school.read', OFFICE],
  ['class.members', OFFICE],
  ['review.list', OFFICE],
  ['statistics.read', OFFICE],
  ['audit.export', PRINCIPAL],
  ['statistics.read', PRINCIPAL],
  ['statistics.class', HEAD_TEACHER],
  ['statistics.notice', HEAD_TEACHER],
  ['statistics.work', OFFICE],
  ['statistics.staff', PRINCIPAL],
  ['statistics.items', OFFICE],
  ['timetable.save', HEAD_TEACHER],
  ['draw.list', OFFICE],
  ['draw.read', PRINCIPAL],
  ['survey.read', FAMILY],
  ['survey.answer', FAMILY],
  ['booking.list', FAMILY],
  ['booking.list', TEACHER],
  ['booking.take', FAMILY],
  ['booking.cancel', FAMILY],
  ['booking.open', OFFICE],
  ['booking.close', HEAD_TEACHER],
  ['draw.void', PRINCIPAL],
  ['timetable.read', FAMILY],
  ['timetable.read', STAND_IN],
  ['timetable.read', OFFICE],
  ['register.read', HEAD_TEACHER],
  ['register.table', TEACHER],
  ['register.summary', OFFICE],
  ['register.grid', PRINCIPAL],
  ['register.fillGrid', HEAD_TEACHER],
  ['entry.read', PRINCIPAL],
  ['entry.void', HEAD_TEACHER],
  ['register.settings', OFFICE],
  ['register.switch', PRINCIPAL],
  ['register.due', PRINCIPAL],
  ['card.print', HEAD_TEACHER],
  ['appraisal.export', OFFICE],
  ['report.inspection', OFFICE],
  ['report.figures', PRINCIPAL],
  ['report.term', HEAD_TEACHER],
  ['slip.markRead', FAMILY],
  ['slip.sign', FAMILY],
  ['leave.day', PRINCIPAL],
  ['leave.day', OFFICER],
  ['leave.month', HEAD_TEACHER],
  ['leave.month', TEACHER],
  ['leave.month', OFFICE],
  ['leave.month', STAND_IN],
  ['class.members', OFFICER],
  ['class.members', TEACHER],
  ['board.read', OFFICER],
  ['statistics.read', OFFICER],
  ['statistics.class', OFFICER],
  ['statistics.work', OFFICER],
  ['leave.read', STAND_IN],
  ['staff.read', OFFICE],
  ['handover.read', HEAD_TEACHER],
  ['standin.read', HEAD_TEACHER],
  ['task.read', TEACHER],
  ['task.markRead', HEAD_TEACHER],
  ['task.answer', OFFICER],
  ['task.board', OFFICE],
  ['bureau.seat', PRINCIPAL],
  ['bureau.received', PRINCIPAL],
  ['bureau.report', PRINCIPAL],
  ['bureau.schools', BUREAU],
  ['bureau.notices', BUREAU],
  ['permission.list', BUREAU],
  ['permission.issue', BUREAU],
  ['permission.end', BUREAU],
  ['bureau.decline', PRINCIPAL],
  ['leave.withdraw', FAMILY],
  ['review.decide', PRINCIPAL],
]
test.each(RIGHTFUL)('M14 the rightful caller is served by %s', async (name, openid) => {
  expect(await answerTo(openid, name)).toBe('ok')
})

test('M14 what the input says about the caller is ignored', async () => {
  const input = { ...inputs['class.members'], openid: HEAD_TEACHER, role: 'principal' } as Input<'class.members'>
  expect(await house.ask(OTHER_FAMILY, 'class.members', input)).toEqual(FORBIDDEN)
})

test('N16 a family’s answers hold no other child of the class', async () => {
  const { members } = await house.get(HEAD_TEACHER, 'class.members', inputs['class.members'])
  const others = members.slice(1).map(({ name }) => name)
  const own: [ActionName, unknown][] = [
    ['today.read', { identity: `guardian:${members[0]?.childId}` }],
    ['notice.list', { identity: `guardian:${members[0]?.childId}` }],
    ['notice.fees', { identity: `guardian:${members[0]?.childId}` }],
    ['notice.read', inputs['notice.read']],
    ['leave.prepare', inputs['leave.prepare']],
    ['leave.list', inputs['leave.list']],
    ['session.read', {}],
  ]
  for (const [name, input] of own) {
    const reply = await house.ask(FAMILY, name, input as never)
    expect([name, reply.ok]).toEqual([name, true])
    const text = JSON.stringify(reply)
    expect(others.filter((other) => text.includes(other))).toEqual([])
  }
})

test('an action of another function, an unknown one and a malformed call are refused alike without a trace', async () => {
  const call = async (data: unknown) => (await house.cloud.call(HEAD_TEACHER, 'api', data)).result
  const requestId = newRequestId()
  expect(await call({ action: 'roster.preview', requestId, input: {} })).toEqual({
    ok: false,
    error: { code: 'ACTION_UNKNOWN' },
  })
  expect(await call({ action: 'constructor', requestId, input: {} })).toEqual({
    ok: false,
    error: { code: 'ACTION_UNKNOWN' },
  })
  expect(await call({ action: 'session.read', requestId: 'x', input: {} })).toMatchObject({
    error: { code: 'INPUT_INVALID', field: 'requestId' },
  })
  expect(await call(null)).toMatchObject({ error: { code: 'INPUT_INVALID' } })
  expect(await call({ action: 'class.members', requestId, input: { classId: { $ne: '' } } })).toMatchObject({
    error: { code: 'INPUT_INVALID', field: 'classId' },
  })
})

test('M14 every role is seen by these tests', () => {
  expect(MEMBERS.map(([role]) => role).sort()).toEqual([...ROLES].sort())
})
