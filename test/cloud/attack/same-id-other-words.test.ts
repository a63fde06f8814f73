// Proves for every action that changes something: a requestId stands for one call; with other words it is refused.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ActionName, ChangingAction, Input, Reply } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  MORNING,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  aNotice,
  anOuting,
  childId,
  childName,
  fatherOf,
  givenSchool,
  motherOf,
  newRequestId,
  type GivenSchool,
} from '../given-school'
import { anAlbum, publishAlbum } from '../album/given-album'
import { aBureauOver, bureauOver, inviteBureau } from '../bureau/given-bureau'
import { A_SHEET, aFormNotice } from '../given-form'
import { uploadAs } from '../uploads'
import { ACTIONS, isLooking } from '../../actions'

interface Scenario<Name extends ActionName> {
  by: string
  input: Input<Name>
  /** Other valid words of the same action; or of another action, where there are none. */
  other: Input<Name> | { action: ActionName; input: unknown }
  /** What the call wrote knows it: the refusal does not depend on the function's memory. */
  isKept: boolean
}

const NOW = Date.parse(MORNING)
const ROSTER = join(__dirname, '..', '..', 'data', 'rosters', 'grade-1.xlsx')
const COLLECTIONS = [
  ...['schools', 'pacts', 'classes', 'children', 'people', 'invitations', 'applications', 'notices', 'slips'],
  ...['leaves', 'rolls', 'cases', 'reports', 'evidence', 'verdicts', 'moves', 'years', 'offices', 'tasks'],
  ...['warnings', 'dropouts', 'talks', 'entries', 'draws', 'ballots', 'receptions'],
  ...['bureau_seats', 'permissions', 'bureau_notices', 'bureau_letters'],
]
/** A child of the class with both parents, one for each scenario that needs one. */
const FULL = [0, 3, 6, 9, 12, 15, 18, 21].map((index) => childId(CLASS, index))
const [C0 = '', C1 = '', C2 = '', C3 = '', C4 = '', C5 = ''] = FULL
const NOBODY_THERE = childId(CLASS, 2)
const nameOf = (child: string) => childName(Number(child.split('-').pop()))
const guardianOf = (child: string, word: string) => ({
  ...{ childId: child, card: `${nameOf(child)}${word}`, since: NOW },
})

/** Beside other work a cloud starts slowly. */
const LONG_MS = 180_000

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool({ children: 24 })
}, LONG_MS)
afterAll(() => school.stop())

const publish = (changes = {}) => school.get(HEAD_TEACHER, 'notice.publish', anOuting(changes))
const running = async () => {
  const { noticeId } = await publish()
  return { noticeId, classId: CLASS }
}
const asking = async () => {
  const whom = { to: 'staff', schoolId: SCHOOL, whom: 'all' } as const
  const { noticeId } = await school.get(PRINCIPAL, 'notice.publish', aNotice({ audience: whom, replyMode: 'report' }))
  return { schoolId: SCHOOL, noticeId }
}
/** Switched on, where it is not yet. */
const keeping = async (register: string) => {
  const { version: seen, lines } = await school.get(PRINCIPAL, 'register.settings', { schoolId: SCHOOL })
  const isOn = lines.some((line) => line.register === register && line.on)
  const changes = [{ register, on: true }]
  if (!isOn) await school.get(PRINCIPAL, 'register.switch', { schoolId: SCHOOL, seen, changes })
  return { register, schoolId: SCHOOL, classId: CLASS }
}
const aContact = (text: string) => [
  ...[
    { question: 'way', choices: ['phone'] },
    { question: 'day', day: '2026-09-01' },
  ],
  { question: 'matter', text },
]
const anEntry = async (register: string, child: string, answers: Input<'register.write'>['answers']) => {
  const input = { ...(await keeping(register)), childId: child, version: 0, answers }
  return (await school.get(HEAD_TEACHER, 'register.write', input)).entryId ?? ''
}
const held = async () => {
  await school.cloud.control('verdicts.set', { suggest: 'review' })
  const { noticeId } = await school.get(TEACHER, 'notice.publish', aNotice())
  await school.cloud.control('verdicts.clear')
  return noticeId
}
/** A form that five families have filled in, and nobody can any more. */
const answered = async () => {
  const { form } = aFormNotice()
  const { now } = await school.cloud.control<{ now: string }>('clock.read')
  const deadline = Date.parse(now) + 60_000
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', aFormNotice({ deadline }))
  for (const child of FULL.slice(0, 5)) {
    const sheet = { noticeId, classId: CLASS, childId: child, version: 1, form, answers: A_SHEET }
    await school.get(motherOf(child), 'slip.answer', sheet)
  }
  await school.advance(60_001)
  return noticeId
}
/** Of three school days: the head teacher decides it alone (L14). */
const leaveOf = (child: string): Input<'leave.submit'> => ({
  childId: child,
  kind: 'fever',
  span: { from: '2026-09-02', fromHalf: 'am', to: '2026-09-04', toHalf: 'pm' },
  proof: [],
})
const asked = async (child: string) => (await school.get(motherOf(child), 'leave.submit', leaveOf(child))).leaveId
const opened = async (child: string) => {
  const guardian = guardianOf(child, '爸爸')
  return (await school.get(HEAD_TEACHER, 'case.open', { guardian, rule: 'C10', evidence: '多次发广告' })).caseId
}
const muted = async (child: string) => {
  const caseId = await opened(child)
  for (const step of ['guide', 'remind', 'mute_1'] as const) {
    await school.get(HEAD_TEACHER, 'case.step', { caseId, step, words: '已电话说明' })
  }
  return caseId
}
/** Of the half day it is, with everybody here. */
const aRoll = async (): Promise<Input<'roll.save'>> => {
  const { day: on, half, now: takenAt, lines } = await school.get(HEAD_TEACHER, 'roll.read', { classId: CLASS })
  return { classId: CLASS, day: on, half, takenAt, children: lines.map((line) => line.childId), marks: [] }
}
const sudden = async (child: string) =>
  (await school.get(HEAD_TEACHER, 'incident.open', { childId: child, kind: 'sudden' })).incidentId
/** Three children of the class who fell ill together. */
const aWarning = async (symptom: string) => {
  const _id = `${CLASS}:${symptom}:2026-09-01`
  const place = { schoolId: SCHOOL, classId: CLASS, className: '三（2）班' }
  const counted = { firstDay: '2026-09-01', lastDay: '2026-09-01', today: 3, children: 3, since: NOW, cases: [] }
  const document = {
    _id,
    ...place,
    symptom,
    ...counted,
    asOf: NOW,
    open: true,
    trail: [],
    audited: 0,
    trailOpen: false,
  }
  await school.cloud.control('data.import', { collection: 'warnings', documents: [document] })
  return _id
}
const aTalk = (changes: Partial<Input<'talk.open'>> = {}): Input<'talk.open'> => ({
  ...{ childId: C0, to: { desk: 'head_teacher' }, about: 'matter', matter: '课间活动' },
  ...{ words: '孩子最近课间不太愿意出去，想请您留意一下。', photos: [] },
  ...changes,
})
const talkOf = async (child: string, changes: Partial<Input<'talk.open'>> = {}) =>
  (await school.get(motherOf(child), 'talk.open', aTalk({ childId: child, ...changes }))).talkId
const invite = async (input: Input<'invitation.create'>, by = HEAD_TEACHER) =>
  (await school.get(by, 'invitation.create', input)).token
const applied = async (openid: string, name: string) => {
  const token = await invite({ purpose: 'class', classId: CLASS })
  const claim = { token, consent: true, childName: name, guardianName: '来人', relation: 'other' } as const
  const reply = await school.get(openid, 'join.guardian', claim)
  return reply.outcome === 'applied' ? reply.applicationId : ''
}
const code = async (_id: string, replaces = '') => {
  const document = {
    ...{ _id, origin: _id, purpose: 'activate', schoolId: '', schoolName: '', schoolKind: 'primary', pactVersion: 1 },
    ...{ inviter: { openid: '', card: '' }, usesLeft: 1, createdAt: NOW, expiresAt: NOW + 30 * 86_400_000 },
    ...{ trail: [], audited: 0, trailOpen: false },
  }
  const reclaim = { ...document, purpose: 'reclaim', schoolId: SCHOOL, replaces }
  const documents = [replaces ? reclaim : document]
  await school.cloud.control('data.import', { collection: 'invitations', documents })
  return _id
}
const supervised = async () => {
  await school.get(HEAD_TEACHER, 'committee.mark', { guardian: guardianOf(C5, '妈妈'), member: true })
  await school.get(HEAD_TEACHER, 'supervisor.name', { guardian: guardianOf(C5, '妈妈') })
  return motherOf(C5)
}

const moving = async (child: string) => {
  const token = await invite({ purpose: 'class', classId: CLASS })
  const asked = { token, consent: true, childName: nameOf(child), guardianName: '新号', relation: 'mother' } as const
  return (await school.get('o-newer-phone', 'move.request', asked)).moveId
}

const aDraw = async (): Promise<Input<'draw.make'>> => {
  const { now } = await school.cloud.control<{ now: string }>('clock.read')
  const questions = [{ id: 'q1', type: 'text' as const, label: '您的建议', required: true }]
  return { schoolId: SCHOOL, title: '家长问卷', percent: 100, questions, deadline: Date.parse(now) + 7 * 86_400_000 }
}
/** The draw of the term: every family is in it. */
const drawn = async () => {
  const { draws } = await school.get(PRINCIPAL, 'draw.list', { schoolId: SCHOOL })
  const standing = draws.find(({ state }) => state === 'open')
  return standing?.drawId ?? (await school.get(PRINCIPAL, 'draw.make', await aDraw())).drawId
}
const HOURS = { from: '09:00', to: '10:00', minutes: 15 as const, place: '三楼接待室' }
/** A reception day of the class. */
const received = async (day: string, hours = {}) => {
  const opening = { classId: CLASS, days: [day], ...HOURS, ...hours }
  const { days } = await school.get(HEAD_TEACHER, 'booking.open', opening)
  return days.find((each) => each.day === day)?.receptionId ?? ''
}

const BUREAU = 'o-bureau'
/** The bureau over the school. */
const overseen = () => bureauOver(school, { schoolId: SCHOOL, principal: PRINCIPAL, by: BUREAU })
/** A card that nobody has answered; whoever sat there does not any more. */
const carded = async () => {
  await school.get(PRINCIPAL, 'bureau.end', { schoolId: SCHOOL })
  return inviteBureau(school, { schoolId: SCHOOL, principal: PRINCIPAL })
}
const aLetter = async (title: string) => {
  await aBureauOver(school, { schoolId: SCHOOL, principal: PRINCIPAL, by: BUREAU, title })
  const { notices } = await school.get(PRINCIPAL, 'bureau.received', { schoolId: SCHOOL })
  return notices.find((each) => each.title === title)?.letterId ?? ''
}

/** What somebody found wrong. */
const found = (text: string) => ({
  ...({ schoolId: SCHOOL, rule: 'C29', pactVersion: 1, verdict: 'refuse', kind: 'private', text } as const),
  consents: true as const,
})
type Scenarios = { [Name in ChangingAction]: () => Promise<Scenario<Name>> }
/** A new action that changes something does not compile here until it has its scenario. */
const SCENARIOS: Scenarios = {
  'bureau.invite': async () => {
    const input = { schoolId: SCHOOL, bureau: '区教育局', name: '刘志远' }
    return { by: PRINCIPAL, input, other: { ...input, name: '孙建平' }, isKept: true }
  },
  'bureau.accept': async () => {
    const input = { token: await carded(), consent: true as const, name: '刘志远' }
    // The card is gone with the seat that the next scenario makes.
    return { by: BUREAU, input, other: { ...input, name: '孙建平' }, isKept: false }
  },
  'bureau.confirm': async () => {
    await school.get(BUREAU, 'bureau.accept', { token: await carded(), consent: true, name: '刘志远' })
    const { answered } = await school.get(PRINCIPAL, 'bureau.seat', { schoolId: SCHOOL })
    const input = { schoolId: SCHOOL, seen: answered?.at ?? 0 }
    return { by: PRINCIPAL, input, other: { ...input, seen: 1 }, isKept: true }
  },
  'bureau.handIn': async () => {
    await overseen()
    const { items, open } = await school.get(PRINCIPAL, 'bureau.report', { schoolId: SCHOOL })
    const input = { schoolId: SCHOOL, items, open }
    return { by: PRINCIPAL, input, other: { ...input, items: items + 1 }, isKept: true }
  },
  'bureau.send': async () => {
    const input = {
      ...{ identity: await overseen(), title: '防汛提醒', body: '请各校检查排水设施。', replyMode: 'read' as const },
    }
    return { by: BUREAU, input, other: { ...input, title: '防火提醒' }, isKept: true }
  },
  'bureau.decline': async () => {
    const [first, second] = [await aLetter('近视防控'), await aLetter('交通安全')]
    const input = { schoolId: SCHOOL, letterId: first }
    return { by: PRINCIPAL, input, other: { ...input, letterId: second }, isKept: false }
  },
  'bureau.publish': async () => {
    const [first, second] = [await aLetter('开学安全提示'), await aLetter('食品安全提示')]
    const input = { schoolId: SCHOOL, letterId: first }
    return { by: PRINCIPAL, input, other: { ...input, letterId: second }, isKept: false }
  },
  'permission.issue': async () => {
    const input = {
      ...{ identity: await overseen(), schoolId: SCHOOL, purpose: '山区图书', uses: 'once' as const },
      ...{ from: '2026-09-01', to: '2026-12-31' },
    }
    return { by: BUREAU, input, other: { ...input, purpose: '冬衣' }, isKept: true }
  },
  'permission.end': async () => {
    const { permissionId } = await aBureauOver(school, { schoolId: SCHOOL, principal: PRINCIPAL, by: BUREAU })
    const other = { action: 'reminders.accept', input: { templates: ['todo'] } } as const
    return { by: BUREAU, input: { permissionId }, other, isKept: true }
  },
  'bureau.end': async () => {
    await overseen()
    const other = { action: 'school.update', input: { schoolId: SCHOOL, phone: '' } } as const
    return { by: PRINCIPAL, input: { schoolId: SCHOOL }, other, isKept: true }
  },
  'reminders.accept': async () => ({
    ...{ by: motherOf(C0), input: { templates: ['notice'] }, other: { templates: ['todo'] }, isKept: true },
  }),
  'reminders.choose': async () => ({
    ...{ by: motherOf(C0), input: { daily: true }, other: { daily: false }, isKept: true },
  }),
  'school.update': async () => ({
    ...{ by: PRINCIPAL, input: { schoolId: SCHOOL, phone: '010-87654321' }, isKept: true },
    other: { schoolId: SCHOOL, phone: '010-87654322' },
  }),
  'head.invite': async () => ({
    ...{ by: PRINCIPAL, input: { schoolId: SCHOOL }, isKept: false },
    other: { action: 'invitation.create', input: { purpose: 'class', classId: CLASS } },
  }),
  'invitation.print': async () => {
    const input = { schoolId: SCHOOL, classId: CLASS, of: 'families' } as const
    return { by: HEAD_TEACHER, input, other: { ...input, classId: OTHER_CLASS }, isKept: false }
  },
  'school.stop': async () => {
    const input = { schoolId: SCHOOL, level: 'class', reason: '系统演练' } as const
    return { by: PRINCIPAL, input, other: { ...input, level: 'all' }, isKept: true }
  },
  'school.resume': async () => ({
    ...{ by: PRINCIPAL, input: { schoolId: SCHOOL }, isKept: true },
    other: { action: 'school.update', input: { schoolId: SCHOOL, phone: '' } },
  }),
  'calendar.update': async () => {
    const { version } = await school.get(PRINCIPAL, 'calendar.read', { schoolId: SCHOOL })
    const input = { schoolId: SCHOOL, version, calendar: { rest: ['2026-11-06'], school: [] } }
    return { by: PRINCIPAL, input, other: { ...input, version: version + 1 }, isKept: true }
  },
  'calendar.import': async () => {
    const content = Buffer.from('秋季运动会,2026年11月5日至11月6日')
    const fileId = await uploadAs(school, PRINCIPAL, 'roster', content, SCHOOL)
    const { digest, version } = await school.get(PRINCIPAL, 'calendar.preview', { schoolId: SCHOOL, fileId })
    const input = { schoolId: SCHOOL, fileId, digest, version }
    return { by: PRINCIPAL, input, other: { ...input, version: version + 1 }, isKept: false }
  },
  'class.update': async () => ({
    ...{ by: HEAD_TEACHER, input: { classId: CLASS, phone: '13800001111' }, isKept: true },
    other: { classId: CLASS, phone: '13800002222' },
  }),
  'class.review': async () => ({
    ...{ by: HEAD_TEACHER, input: { classId: CLASS }, isKept: true },
    other: { action: 'class.update', input: { classId: CLASS, phone: '' } },
  }),
  'child.add': async () => {
    const input = { classId: CLASS, name: '林新来', no: '901' }
    return { by: HEAD_TEACHER, input, other: { ...input, no: '902' }, isKept: true }
  },
  'child.rename': async () => {
    const input = { childId: childId(CLASS, 14), name: '林改名', no: '905' }
    return { by: HEAD_TEACHER, input, other: { ...input, name: '林又改' }, isKept: true }
  },
  'child.move': async () => {
    const input = { childId: FULL[6] ?? '', toClassId: OTHER_CLASS }
    return { by: PRINCIPAL, input, other: { ...input, childId: FULL[7] ?? '' }, isKept: false }
  },
  'child.leave': async () => {
    const input = { childId: FULL[7] ?? '', cause: 'left', from: '2026-09-20' } as const
    return { by: PRINCIPAL, input, other: { ...input, cause: 'suspended' }, isKept: true }
  },
  'child.confirm': async () => {
    const leaving = { childId: childId(CLASS, 5), cause: 'left', from: '2026-09-20' } as const
    await school.get(HEAD_TEACHER, 'child.leave', leaving)
    const input = { childId: leaving.childId, confirm: false }
    return { by: PRINCIPAL, input, other: { ...input, confirm: true }, isKept: true }
  },
  'child.return': async () => {
    const [first, second] = [childId(CLASS, 8), childId(CLASS, 11)]
    await school.get(PRINCIPAL, 'child.leave', { childId: first, cause: 'suspended', from: '2026-09-01' })
    return { by: PRINCIPAL, input: { childId: first }, other: { childId: second }, isKept: false }
  },
  'child.phones': async () => ({
    ...{ by: HEAD_TEACHER, input: { childId: C0 }, other: { childId: C1 }, isKept: false },
  }),
  'invitation.create': async () => ({
    ...{ by: HEAD_TEACHER, input: { purpose: 'class', classId: CLASS }, isKept: true },
    other: { purpose: 'child', classId: CLASS, childId: NOBODY_THERE },
  }),
  'join.guardian': async () => {
    const token = await invite({ purpose: 'class', classId: CLASS })
    const claim = { token, consent: true, guardianName: '新人', relation: 'other' } as const
    const [input, other] = [
      { ...claim, childName: '查无此人' },
      { ...claim, childName: '也无此人' },
    ]
    return { by: 'o-new-guardian', input, other, isKept: true }
  },
  'join.staff': async () => {
    const token = await invite({ purpose: 'staff', classId: CLASS, role: 'teacher' }, PRINCIPAL)
    const input = { token, consent: true, name: '钱老师', subject: '英语' } as const
    return { by: 'o-new-teacher', input, other: { ...input, name: '孙老师' }, isKept: true }
  },
  'seat.request': async () => {
    const input = { from: 'family', childId: C1, reason: '奶奶接送' } as const
    return { by: motherOf(C1), input, other: { ...input, reason: '外婆接送' }, isKept: true }
  },
  'application.withdraw': async () => {
    const [first, second] = [await applied('o-asks', '王查无'), await applied('o-asks', '李查无')]
    return { by: 'o-asks', input: { applicationId: first }, other: { applicationId: second }, isKept: false }
  },
  'application.decide': async () => {
    const applicationId = await applied('o-asks-too', '张查无')
    const input = { applicationId, approve: false, words: '请先联系老师' }
    return { by: HEAD_TEACHER, input, other: { ...input, words: '名单里没有' }, isKept: true }
  },
  'card.confirm': async () => {
    const input = { childId: C0, relation: 'mother' } as const
    return { by: motherOf(C0), input, other: { ...input, relation: 'other' }, isKept: true }
  },
  'move.request': async () => {
    const token = await invite({ purpose: 'class', classId: CLASS })
    const [childName, guardianName] = [nameOf(C4), '新号']
    const input = { token, consent: true, childName, guardianName, relation: 'mother' } as const
    return { by: 'o-new-phone', input, other: { ...input, relation: 'father' }, isKept: true }
  },
  'move.answer': async () => {
    const input = { moveId: await moving(C5), mine: true }
    return { by: motherOf(C5), input, other: { ...input, mine: false }, isKept: true }
  },
  'move.withdraw': async () => {
    const [input, other] = [{ moveId: await moving(C2) }, { moveId: await moving(C3) }]
    return { by: 'o-newer-phone', input, other, isKept: false }
  },
  'move.decide': async () => {
    const input = { moveId: await moving(C1), approve: false, words: '请先来电话' }
    return { by: HEAD_TEACHER, input, other: { ...input, words: '不认识' }, isKept: true }
  },
  'slip.markRead': async () => {
    const at = await running()
    const child = childId(CLASS, 1)
    const other = { action: 'slip.sign', input: { ...at, childId: child, version: 1, typedName: '王芳' } } as const
    return { by: motherOf(child), input: { ...at, childId: child }, other, isKept: false }
  },
  'slip.sign': async () => {
    const input = { ...(await running()), childId: C0, version: 1, typedName: '王芳' }
    return { by: motherOf(C0), input, other: { ...input, typedName: '张三' }, isKept: true }
  },
  'slip.answer': async () => {
    const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', aFormNotice())
    const { form } = aFormNotice()
    const said = (choice: string) => [{ question: 'come', choices: [choice] }]
    const at = { noticeId, classId: CLASS, childId: C0, version: 1, form }
    return {
      by: motherOf(C0),
      input: { ...at, answers: said('yes') },
      other: { ...at, answers: said('no') },
      isKept: true,
    }
  },
  'answers.share': async () => {
    const [one, two] = [await answered(), await answered()]
    return { by: HEAD_TEACHER, input: { noticeId: one }, other: { noticeId: two }, isKept: false }
  },
  'slip.followUp': async () => {
    const input = { ...(await running()), childId: C0, way: 'phone', told: '妈妈', at: NOW } as const
    return { by: HEAD_TEACHER, input, other: { ...input, childId: C1 }, isKept: true }
  },
  'slip.remind': async () => {
    const [input, other] = [await running(), await running()]
    return { by: HEAD_TEACHER, input, other, isKept: false }
  },
  'slip.close': async () => {
    const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', aNotice({ replyMode: 'none' }))
    const at = { noticeId, classId: CLASS }
    return { by: HEAD_TEACHER, input: at, other: { action: 'slip.remind', input: at }, isKept: true }
  },
  'board.print': async () => {
    const input = { ...(await running()), as: 'slips' } as const
    return { by: HEAD_TEACHER, input, other: { ...input, as: 'list' }, isKept: true }
  },
  'task.markRead': async () => {
    const [input, other] = [await asking(), await asking()]
    return { by: TEACHER, input, other, isKept: false }
  },
  'task.answer': async () => {
    const input = { ...(await asking()), version: 1, report: '教案已交' }
    return { by: TEACHER, input, other: { ...input, report: '教案没有交' }, isKept: true }
  },
  'task.remind': async () => {
    const [input, other] = [await asking(), await asking()]
    return { by: PRINCIPAL, input, other, isKept: false }
  },
  'task.close': async () => {
    const task = await asking()
    const { rows } = await school.get(PRINCIPAL, 'task.board', task)
    const input = { ...task, missing: rows.map(({ mark }) => mark) }
    return { by: PRINCIPAL, input, other: { ...task, missing: [] }, isKept: true }
  },
  'notice.publish': async () => {
    const input = aNotice()
    return { by: HEAD_TEACHER, input, other: { ...input, body: '明天不开家长会了，另行通知。' }, isKept: true }
  },
  'notice.amend': async () => {
    const { deadline, event, audience } = anOuting()
    const { noticeId } = await running()
    const words = { title: '秋游通知', body: '请穿好校服，带好水杯。', photos: [], asksAgain: false, note: '改了内容' }
    const input = { noticeId, audience, version: 1, deadline, event, ...words }
    return { by: HEAD_TEACHER, input, other: { ...input, body: '请带好雨衣和水杯。' }, isKept: true }
  },
  'notice.withdraw': async () => {
    const [first, second] = [await running(), await running()]
    const reason = '发错了班级'
    const [input, other] = [
      { noticeId: first.noticeId, reason },
      { noticeId: second.noticeId, reason },
    ]
    return { by: HEAD_TEACHER, input, other, isKept: false }
  },
  'review.decide': async () => {
    const input = { noticeId: await held(), decision: 'return', words: '请写明来源' } as const
    return { by: PRINCIPAL, input, other: { ...input, decision: 'refuse' }, isKept: true }
  },
  'evidence.keep': async () => {
    const input = { noticeId: await held() }
    const other = { action: 'review.decide', input: { ...input, decision: 'approve' } } as const
    return { by: PRINCIPAL, input, other, isKept: true }
  },
  'album.publish': async () => {
    const input = await anAlbum(school, { tags: [[C0]] })
    return { by: HEAD_TEACHER, input, other: { ...input, title: '别的标题' as never }, isKept: true }
  },
  'album.remove': async () => {
    const { albumId } = await publishAlbum(school, { tags: [[C0], [C1]] })
    const { photos } = await school.get(HEAD_TEACHER, 'album.read', { albumId })
    const [input, other] = photos.map(({ photoId }) => ({ albumId, photoId }))
    if (!input || !other) throw new Error('an album without photos')
    return { by: HEAD_TEACHER, input, other, isKept: true }
  },
  'album.decide': async () => {
    await school.cloud.control('verdicts.set', { suggest: 'review' })
    const { albumId } = await publishAlbum(school, { tags: [[C0]] })
    await school.cloud.control('verdicts.clear')
    const input = { albumId, decision: 'return', words: '请换一张照片' } as const
    return { by: PRINCIPAL, input, other: { ...input, words: '请不要发' }, isKept: true }
  },
  'photo.choose': async () => {
    const input = { childId: C0, shown: false }
    return { by: motherOf(C0), input, other: { ...input, shown: true }, isKept: true }
  },
  'incident.open': async () => {
    const input = { childId: C0, kind: 'accident' } as const
    return { by: HEAD_TEACHER, input, other: { ...input, kind: 'sudden' }, isKept: true }
  },
  'incident.note': async () => {
    const input = { incidentId: await sudden(C1), words: '下楼时摔倒' }
    return { by: HEAD_TEACHER, input, other: { ...input, words: '课间跑步摔倒' }, isKept: true }
  },
  'incident.step': async () => {
    const input = { incidentId: await sudden(C2), step: 'guardian' } as const
    return { by: HEAD_TEACHER, input, other: { ...input, step: 'hospital' }, isKept: true }
  },
  'incident.correct': async () => {
    const incidentId = await sudden(C3)
    const { stamps } = await school.get(HEAD_TEACHER, 'incident.step', { incidentId, step: 'leader' })
    const input = { incidentId, step: 'leader', notedAt: stamps.leader?.notedAt ?? 0 } as const
    const stamp = { at: stamps.leader?.at ?? 0, to: '校长' }
    return { by: HEAD_TEACHER, input, other: { ...input, stamp }, isKept: true }
  },
  'incident.close': async () => {
    const input = { incidentId: await sudden(C4), outcome: 'home' } as const
    return { by: HEAD_TEACHER, input, other: { ...input, outcome: 'returned' }, isKept: true }
  },
  'incident.phones': async () => {
    const input = { incidentId: await sudden(C5) }
    const other = { action: 'incident.step', input: { ...input, step: 'guardian' } } as const
    return { by: HEAD_TEACHER, input, other, isKept: true }
  },
  'timetable.save': () => {
    const input = { classId: CLASS, periods: [{ from: '08:00', to: '08:40' }], days: [['语文']], seen: 0 }
    return Promise.resolve({ by: HEAD_TEACHER, input, other: { ...input, days: [['数学']] }, isKept: true })
  },
  'register.switch': () => {
    const input = { schoolId: SCHOOL, seen: 0, changes: [{ register: 'class-log', on: true }] }
    const other = { ...input, changes: [{ register: 'contacts', on: true }] }
    return Promise.resolve({ by: PRINCIPAL, input, other, isKept: true })
  },
  'register.write': async () => {
    const input = { ...(await keeping('contacts')), childId: C0, version: 0, answers: aContact('说了作业') }
    return { by: HEAD_TEACHER, input, other: { ...input, answers: aContact('说了纪律') }, isKept: true }
  },
  'register.fillGrid': async () => {
    const line = (choice: string) => ({
      ...{ subject: C1, version: 0 },
      answers: [{ question: 'day', choices: [choice] }],
    })
    const input = { ...(await keeping('contact-book')), slot: '2026-09-01', lines: [line('good')] }
    return { by: HEAD_TEACHER, input, other: { ...input, lines: [line('steady')] }, isKept: true }
  },
  'entry.part': async () => {
    const entryId = await anEntry('contact-book', C2, [{ question: 'day', choices: ['good'] }])
    const said = (choice: string) => [{ question: 'study', choices: [choice] }]
    const input = { schoolId: SCHOOL, entryId, part: 'home', version: 1, answers: said('self') }
    return { by: motherOf(C2), input, other: { ...input, answers: said('hard') }, isKept: true }
  },
  'entry.void': async () => {
    const entryId = await anEntry('contacts', C3, aContact('说了作业'))
    const input = { schoolId: SCHOOL, entryId, version: 1, words: '记错了孩子' }
    return { by: HEAD_TEACHER, input, other: { ...input, words: '记错了日子' }, isKept: true }
  },
  'register.own': async () => {
    const { version: seen } = await school.get(PRINCIPAL, 'register.settings', { schoolId: SCHOOL })
    const definition = {
      ...({ about: 'class', fills: 'head_teacher', period: 'week', times: 1 } as const),
      questions: [{ id: 'light', label: '灯光够不够', required: true, type: 'text' as const }],
    }
    const input = { schoolId: SCHOOL, seen, definition: { ...definition, title: '护眼检查' } }
    const other = { ...input, definition: { ...definition, title: '书包检查' } }
    return { by: PRINCIPAL, input, other, isKept: true }
  },
  'register.export': () => {
    const input = { schoolId: SCHOOL, register: 'class-log', classId: CLASS }
    return Promise.resolve({ by: HEAD_TEACHER, input, other: { ...input, from: '2026-09-01' }, isKept: true })
  },
  'card.print': () => {
    const input = { schoolId: SCHOOL, classId: CLASS, childId: C1 }
    return Promise.resolve({ by: HEAD_TEACHER, input, other: { ...input, childId: C2 }, isKept: true })
  },
  'report.figures': () => {
    const input = { schoolId: SCHOOL, range: 'term' } as const
    return Promise.resolve({ by: PRINCIPAL, input, other: { ...input, range: 'week' as const }, isKept: true })
  },
  'report.term': () => {
    const input = { schoolId: SCHOOL, classId: CLASS }
    return Promise.resolve({ by: PRINCIPAL, input, other: { schoolId: SCHOOL }, isKept: true })
  },
  'appraisal.export': () => {
    const input = { schoolId: SCHOOL, kind: 'home' } as const
    return Promise.resolve({ by: PRINCIPAL, input, other: { ...input, kind: 'teacher' as const }, isKept: true })
  },
  'draw.make': async () => {
    const [standing] = (await school.get(PRINCIPAL, 'draw.list', { schoolId: SCHOOL })).draws
    if (standing && standing.state !== 'void')
      await school.get(PRINCIPAL, 'draw.void', { schoolId: SCHOOL, drawId: standing.drawId, words: '重抽' })
    const input = await aDraw()
    return { by: PRINCIPAL, input, other: { ...input, percent: 50 }, isKept: true }
  },
  'draw.void': async () => {
    const input = { schoolId: SCHOOL, drawId: await drawn(), words: '题目写错了' }
    return { by: PRINCIPAL, input, other: { ...input, words: '截止太早' }, isKept: true }
  },
  'survey.answer': async () => {
    const { questions } = await aDraw()
    const said = { drawId: await drawn(), childId: C3, questions, ballot: 'a'.repeat(64) }
    const input = { ...said, answers: [{ question: 'q1', text: '多开放操场' }] }
    return {
      by: motherOf(C3),
      input,
      other: { ...input, answers: [{ question: 'q1', text: '少布置作业' }] },
      isKept: true,
    }
  },
  'booking.open': () => {
    const input = { classId: CLASS, days: ['2026-10-10'], ...HOURS }
    return Promise.resolve({ by: HEAD_TEACHER, input, other: { ...input, place: '二楼接待室' }, isKept: true })
  },
  'booking.close': async () => {
    const input = { receptionId: await received('2026-10-17'), words: '当天学校停电' }
    return { by: HEAD_TEACHER, input, other: { ...input, words: '老师外出学习' }, isKept: true }
  },
  'booking.take': async () => {
    const input = { receptionId: await received('2026-10-24'), childId: C0, time: '09:00' }
    return { by: motherOf(C0), input, other: { ...input, time: '09:15' }, isKept: true }
  },
  'booking.cancel': async () => {
    const input = { receptionId: await received('2026-10-31'), childId: C1 }
    await school.get(motherOf(C1), 'booking.take', { ...input, time: '09:00' })
    const other = { action: 'booking.take', input: { ...input, time: '09:15' } } as const
    return { by: motherOf(C1), input, other, isKept: true }
  },
  'booking.note': async () => {
    const { now } = await school.cloud.control<{ now: string }>('clock.read')
    const inBeijing = (minutes: number) => new Date(Date.parse(now) + 8 * 3_600_000 + minutes * 60_000).toISOString()
    const [from, to] = [inBeijing(2).slice(11, 16), inBeijing(62).slice(11, 16)]
    const begun = { receptionId: await received(inBeijing(2).slice(0, 10), { from, to }), childId: C2 }
    await school.get(motherOf(C2), 'booking.take', { ...begun, time: from })
    await school.advance(3 * 60_000)
    const input = { ...begun, came: true }
    return { by: HEAD_TEACHER, input, other: { ...input, came: false }, isKept: true }
  },
  'talk.open': async () => {
    const input = aTalk()
    return { by: motherOf(C0), input, other: { ...input, matter: '午餐' }, isKept: true }
  },
  'talk.send': async () => {
    const input = { talkId: await talkOf(C1), words: '我会留意他的情况，下周和您联系。', photos: [] }
    return { by: HEAD_TEACHER, input, other: { ...input, words: '明天课间我先和他谈谈。' }, isKept: true }
  },
  'talk.pass': async () => {
    const input = { talkId: await talkOf(C2), words: '这件事需要学校安排' }
    return { by: HEAD_TEACHER, input, other: { ...input, words: '请校长答复' }, isKept: true }
  },
  'talk.ask': async () => {
    const input = { talkId: await talkOf(C3) }
    return { by: motherOf(C3), input, other: { action: 'talk.close', input }, isKept: true }
  },
  'talk.close': async () => {
    const input = { talkId: await talkOf(C4) }
    return { by: motherOf(C4), input, other: { action: 'talk.ask', input }, isKept: true }
  },
  'talk.thank': async () => {
    const input = { talkId: await talkOf(C5, { about: 'idea', matter: '图书角' }), words: '谢谢您的建议' }
    return { by: HEAD_TEACHER, input, other: { ...input, words: '已经采用' }, isKept: true }
  },
  'letter.decide': async () => {
    await school.cloud.control('verdicts.set', { suggest: 'review' })
    const { talkId, letters } = await school.get(motherOf(C0), 'talk.open', aTalk({ matter: '放学接送' }))
    await school.cloud.control('verdicts.clear')
    const input = { talkId, letterId: letters[0]?.letterId ?? '', decision: 'approve' } as const
    return { by: HEAD_TEACHER, input, other: { ...input, decision: 'return', words: '请换个说法' }, isKept: true }
  },
  'case.open': async () => {
    const input = { guardian: guardianOf(C1, '爸爸'), rule: 'C10', evidence: '多次发广告' }
    return { by: HEAD_TEACHER, input, other: { ...input, evidence: '多次拉票' }, isKept: true }
  },
  'case.step': async () => {
    const input = { caseId: await opened(C2), step: 'guide', words: '已电话说明' } as const
    return { by: HEAD_TEACHER, input, other: { ...input, step: 'remind' }, isKept: true }
  },
  'case.close': async () => {
    const input = { caseId: await opened(C3), words: '已解决' }
    return { by: HEAD_TEACHER, input, other: { ...input, words: '没有解决' }, isKept: true }
  },
  'appeal.file': async () => {
    const input = { caseId: await muted(C5), words: '当天没有发过' }
    return { by: fatherOf(C5), input, other: { ...input, words: '是别人发的' }, isKept: true }
  },
  'appeal.answer': async () => {
    const caseId = await muted(C4)
    await school.get(fatherOf(C4), 'appeal.file', { caseId, words: '当天没有发过' })
    const input = { caseId, decision: 'uphold', words: '记录清楚' } as const
    return { by: PRINCIPAL, input, other: { ...input, decision: 'lift' }, isKept: true }
  },
  'committee.mark': async () => {
    const input = { guardian: guardianOf(C2, '妈妈'), member: true }
    return { by: HEAD_TEACHER, input, other: { ...input, member: false }, isKept: true }
  },
  'supervisor.name': async () => {
    for (const word of ['妈妈', '爸爸']) {
      await school.get(HEAD_TEACHER, 'committee.mark', { guardian: guardianOf(C4, word), member: true })
    }
    const [input, other] = [{ guardian: guardianOf(C4, '妈妈') }, { guardian: guardianOf(C4, '爸爸') }]
    return { by: HEAD_TEACHER, input, other, isKept: true }
  },
  'report.file': async () => {
    const input = { classId: CLASS, words: '请看9月1日的记录' }
    return { by: await supervised(), input, other: { ...input, words: '请看昨天的记录' }, isKept: true }
  },
  'report.answer': async () => {
    const filed = { classId: CLASS, words: '请看记录' }
    const { reportId } = await school.get(await supervised(), 'report.file', filed)
    const input = { reportId, words: '已了解' }
    return { by: PRINCIPAL, input, other: { ...input, words: '不予处理' }, isKept: true }
  },
  'leave.submit': async () => {
    const input = leaveOf(C0)
    return { by: motherOf(C0), input, other: { ...input, kind: 'cough' }, isKept: true }
  },
  'leave.decide': async () => {
    const input = { leaveId: await asked(C1), approve: true }
    return { by: HEAD_TEACHER, input, other: { ...input, approve: false }, isKept: true }
  },
  'leave.undo': async () => {
    const leaveId = await asked(C2)
    await school.get(HEAD_TEACHER, 'leave.decide', { leaveId, approve: true })
    const other = { action: 'leave.decide', input: { leaveId, approve: false } } as const
    return { by: HEAD_TEACHER, input: { leaveId }, other, isKept: true }
  },
  'leave.withdraw': async () => {
    const [first, second] = [await asked(C3), await asked(C4)]
    return { by: motherOf(C3), input: { leaveId: first }, other: { leaveId: second }, isKept: false }
  },
  'leave.return': async () => {
    const leaveId = await asked(C5)
    await school.get(HEAD_TEACHER, 'leave.decide', { leaveId, approve: true })
    await school.advance(86_400_000)
    const other = { action: 'leave.withdraw', input: { leaveId } } as const
    return { by: motherOf(C5), input: { leaveId }, other, isKept: true }
  },
  'roll.save': async () => {
    const input = await aRoll()
    const [child = ''] = input.children
    const marks = [{ childId: child, mark: 'late' as const, at: input.takenAt }]
    return { by: HEAD_TEACHER, input, other: { ...input, marks }, isKept: true }
  },
  'roll.contact': async () => {
    const { children, takenAt: at, ...roll } = await aRoll()
    const child = children[5] ?? ''
    const marks = [{ childId: child, mark: 'absent' as const, at }]
    await school.get(HEAD_TEACHER, 'roll.save', { ...roll, children, takenAt: at, marks })
    const { marks: _none, ...half } = roll
    const input = { ...half, childId: child, outcome: 'no_answer' as const, at }
    return { by: HEAD_TEACHER, input, other: { ...input, outcome: 'arrived' as const }, isKept: true }
  },
  'attendance.verify': async () => {
    const warningId = await aWarning('cough')
    const input = { warningId, holds: true }
    return { by: HEAD_TEACHER, input, other: { warningId, holds: false }, isKept: true }
  },
  'attendance.report': async () => {
    const warningId = await aWarning('rash')
    const input = { warningId, to: ['bureau' as const], at: NOW }
    return { by: PRINCIPAL, input, other: { ...input, to: ['health_centre' as const] }, isKept: true }
  },
  'attendance.step': async () => {
    const dropoutId = `${C3}:2026-08-27`
    const place = { schoolId: SCHOOL, classId: CLASS, className: '三（2）班', childId: C3, no: '1', name: nameOf(C3) }
    const span = { firstDay: '2026-08-27', lastDay: '2026-09-01', days: 3, openedAt: NOW, steps: {}, open: true }
    const due = { grade: '2026-09-01', persuade: '2026-09-03', office: '2026-09-08' }
    const document = { _id: dropoutId, ...place, ...span, due, trail: [], audited: 0, trailOpen: false }
    await school.cloud.control('data.import', { collection: 'dropouts', documents: [document] })
    const input = { dropoutId, step: 'grade' as const }
    return { by: HEAD_TEACHER, input, other: { dropoutId, step: 'persuade' as const }, isKept: true }
  },
  'pact.adopt': async () => {
    const input = { schoolId: SCHOOL, changes: { rules: { T12: null } }, version: 2, effectiveFrom: '2026-10-01' }
    return { by: PRINCIPAL, input, other: { ...input, version: 3, effectiveFrom: '2026-10-02' }, isKept: true }
  },
  'pact.print': async () => {
    return { by: PRINCIPAL, input: { schoolId: SCHOOL }, other: { schoolId: SCHOOL, version: 1 }, isKept: true }
  },
  'misjudgement.tell': async () => {
    const input = found('孩子的饭盒落在教室了')
    return { by: motherOf(C0), input, other: { ...input, text: '孩子的水杯落在教室了' }, isKept: true }
  },
  'misjudgement.answer': async () => {
    await school.get(motherOf(C0), 'misjudgement.tell', found('孩子的雨伞落在教室了'))
    const { misjudgements } = await school.get(PRINCIPAL, 'misjudgement.list', { schoolId: SCHOOL })
    const input = { misjudgementId: misjudgements[0]?.misjudgementId ?? '', agrees: true }
    return { by: PRINCIPAL, input, other: { ...input, agrees: false }, isKept: true }
  },
  'school.activate': async () => {
    const input = { consent: true, schoolName: '邻校', kind: 'primary', principalName: '邻校长' } as const
    const [first, second] = [await code('TEST-CODE-0001'), await code('TEST-CODE-0002')]
    const other = { ...input, code: second }
    return { by: 'o-other-principal', input: { ...input, code: first }, other, isKept: false }
  },
  'roster.import': async () => {
    const fileId = await uploadAs(school, PRINCIPAL, 'roster', readFileSync(ROSTER), SCHOOL)
    const { digest, classes } = await school.get(PRINCIPAL, 'roster.preview', { schoolId: SCHOOL, fileId })
    const [first = '', second = ''] = classes.map(({ className }) => className)
    const input = { schoolId: SCHOOL, fileId, digest }
    return {
      ...{ by: PRINCIPAL, input: { ...input, className: first }, isKept: false },
      other: { ...input, className: second },
    }
  },
  'member.remove': async () => {
    const input = { guardian: guardianOf(C1, '妈妈'), cause: 'not_guardian' } as const
    return { by: HEAD_TEACHER, input, other: { ...input, cause: 'moved' }, isKept: true }
  },
  'seat.leave': async () => ({
    ...{ by: fatherOf(C0), input: { childId: C0 }, isKept: true },
    other: { childId: C2 },
  }),
  'teacher.remove': async () => {
    const input = { classId: CLASS, teacher: { card: '数学李老师', since: NOW } }
    return { by: PRINCIPAL, input, other: { ...input, classId: OTHER_CLASS }, isKept: false }
  },
  'upload.prepare': async () => ({
    ...{ by: HEAD_TEACHER, input: { purpose: 'photo', count: 1 }, isKept: false },
    other: { purpose: 'photo', count: 2 },
  }),
  'override.see': async () => {
    const [sample] = await school.stored<object>('notices')
    const urgent = { cause: 'other', reason: '明早要用' }
    const documents = ['urgent-1', 'urgent-2'].map((_id) => ({ ...sample, _id, urgent, publishedAt: NOW }))
    await school.cloud.control('data.import', { collection: 'notices', documents })
    return { by: PRINCIPAL, input: { noticeId: 'urgent-1' }, other: { noticeId: 'urgent-2' }, isKept: false }
  },
  'school.reclaim': async () => {
    const [first, second] = [await code('TEST-CODE-0011', PRINCIPAL), await code('TEST-CODE-0012', PRINCIPAL)]
    const input = { code: first, consent: true, principalName: '新校长' } as const
    return { by: 'o-new-principal', input, other: { ...input, code: second }, isKept: false }
  },
  'office.end': async () => {
    const { posts } = await school.get('o-new-principal', 'staff.read', { schoolId: SCHOOL })
    const input = { schoolId: SCHOOL, ref: posts.find(({ post }) => post === 'office')?.ref ?? '' }
    return { by: 'o-new-principal', input, other: { ...input, ref: 'another' }, isKept: false }
  },
  'standin.set': async () => {
    const { staff } = await school.get(HEAD_TEACHER, 'standin.read', { classId: CLASS })
    const input = { classId: CLASS, ref: staff[0]?.ref ?? '', from: '2026-09-20', to: '2026-09-21' }
    return { by: HEAD_TEACHER, input, other: { ...input, to: '2026-09-22' }, isKept: true }
  },
  'standin.end': async () => ({
    ...{ by: HEAD_TEACHER, input: { classId: CLASS }, isKept: true },
    other: { action: 'class.review', input: { classId: CLASS } },
  }),
  'handover.accept': async () => {
    const found = (await school.stored<{ _id: string }>('classes')).find(({ _id }) => _id === CLASS)
    const handover = { openid: 'o-before', card: '语文孙老师', at: NOW }
    await school.cloud.control('data.put', { documents: { classes: [{ ...found, handover }] } })
    const other = { action: 'class.review', input: { classId: CLASS } } as const
    return { by: HEAD_TEACHER, input: { classId: CLASS }, other, isKept: true }
  },
  'class.release': async () => ({
    ...{ by: 'o-new-principal', input: { classId: OTHER_CLASS }, other: { classId: CLASS }, isKept: false },
  }),
  'person.print': async () => ({
    ...{ by: 'o-new-principal', input: {}, isKept: true },
    other: { action: 'report.figures', input: { schoolId: SCHOOL, range: 'term' } },
  }),
  'person.delete': async () => ({
    ...{ by: OTHER_HEAD_TEACHER, input: {}, isKept: false },
    other: { action: 'reminders.accept', input: { templates: ['todo'] } },
  }),
  'year.run': async () => {
    const { year, plan } = await school.get('o-new-principal', 'year.read', { schoolId: SCHOOL })
    const input = { schoolId: SCHOOL, year, digest: plan?.digest ?? '' }
    return { by: 'o-new-principal', input, other: { ...input, digest: '0' }, isKept: true }
  },
  'year.undo': async () => ({
    ...{ by: 'o-new-principal', input: { schoolId: SCHOOL, year: 2026 }, isKept: true },
    other: { schoolId: SCHOOL, year: 2027 },
  }),
}

type AnyReply = Reply<unknown>
const ask = (by: string, action: ActionName, input: unknown, requestId: string) =>
  school.ask(by, action, input as never, requestId) as Promise<AnyReply>
const store = async () => {
  const rows = await Promise.all(COLLECTIONS.map((collection) => school.stored(collection)))
  return Object.fromEntries(COLLECTIONS.map((collection, index) => [collection, rows[index]]))
}
const otherOf = (action: ActionName, { other }: Scenario<ActionName>) =>
  typeof other === 'object' && 'action' in other
    ? ([other.action, other.input] as const)
    : ([action, other] as [ActionName, unknown])
/** A link is signed anew in every second, and the hour is told; the file behind it and what was done are the same. */
const withoutSigns = (reply: AnyReply) =>
  JSON.parse(
    JSON.stringify(reply)
      .replace(/\?sign=[^"]*/g, '')
      .replace(/"now":\d+/g, '"now":0'),
  ) as AnyReply
const REUSED = { ok: false, error: { code: 'REQUEST_REUSED' } }
const kept: { action: ActionName; scenario: Scenario<ActionName>; requestId: string }[] = []

test('every action that changes something has its scenario', () => {
  const changing = (Object.keys(ACTIONS) as ActionName[]).filter((name) => !isLooking(name))
  expect(Object.keys(SCENARIOS).sort()).toEqual(changing.sort())
})

describe.each(Object.entries(SCENARIOS) as [ChangingAction, () => Promise<Scenario<ActionName>>][])(
  'given %s',
  (action, prepare) => {
    test('the same call again gets the same answer and happens once; the same id with other words is refused and writes nothing', async () => {
      // A teacher does not publish three times a minute (C03).
      await school.advance(61_000)
      const scenario = await prepare()
      const requestId = newRequestId()
      const first = await ask(scenario.by, action, scenario.input, requestId)
      expect(first).toMatchObject({ ok: true })
      const once = await store()
      expect(withoutSigns(await ask(scenario.by, action, scenario.input, requestId))).toEqual(withoutSigns(first))
      expect(await store()).toEqual(once)

      const [otherAction, otherInput] = otherOf(action, scenario)
      expect(await ask(scenario.by, otherAction, otherInput, requestId)).toMatchObject(REUSED)
      expect(await store()).toEqual(once)
      if (scenario.isKept) kept.push({ action, scenario, requestId })
    })
  },
)

test('another person with the same requestId is answered for themselves', async () => {
  const requestId = newRequestId()
  const at = await running()
  const sign = (child: string) => ({ ...at, childId: child, version: 1, typedName: '王芳' })
  const [one, another] = [childId(CLASS, 4), childId(CLASS, 7)]
  expect(await ask(motherOf(one), 'slip.sign', sign(one), requestId)).toMatchObject({ data: { first: true } })
  expect(await ask(motherOf(another), 'slip.sign', sign(another), requestId)).toMatchObject({ data: { first: true } })
  expect(
    await ask(HEAD_TEACHER, 'slip.followUp', { ...at, childId: C5, way: 'phone', told: '爸爸', at: NOW }, requestId),
  ).toMatchObject({
    ok: true,
  })
  const board = await school.get(HEAD_TEACHER, 'board.read', at)
  expect(board.counts).toMatchObject({ signed: 2, followed: 1 })
})

test(
  'after a power cut the documents still know what their calls were asked',
  async () => {
    const { dataDir } = school.cloud
    await school.cloud.kill9()
    school = await givenSchool({ dataDir, now: '2026-09-02T10:00:00+08:00' })
    expect(kept.length).toBeGreaterThan(15)
    const before = await store()
    for (const { action, scenario, requestId } of kept) {
      const [otherAction, otherInput] = otherOf(action, scenario)
      const reply = await ask(scenario.by, otherAction, otherInput, requestId)
      expect([action, reply.ok, reply.ok ? '' : reply.error.code]).toEqual([
        action,
        false,
        expect.stringMatching(/^(REQUEST_REUSED|FORBIDDEN)$/),
      ])
    }
    expect(await store()).toEqual(before)
  },
  LONG_MS,
)
