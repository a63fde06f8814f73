// Proves what the pages on breaches show: the one open step, whom the child still has, a log without words.
import { instantOf } from '@class-pact/core/calendar'
import {
  CASE_STEPS,
  type AuditRow,
  type Case,
  type Evidence,
  type Identity,
  type LogRow,
  type OwnCase,
} from '@class-pact/core/contract'
import { RULES, isRuleId } from '@class-pact/core/pact'
import { presentOwnCase } from '../../../miniprogram/packages/class/appeal/present'
import { CASE_RULES, presentCase, sayRemaining } from '../../../miniprogram/packages/class/case/present'
import { presentGuardians } from '../../../miniprogram/packages/class/members/present'
import {
  presentAudit,
  presentEvidence,
  sayChain,
  writeAudit,
  writeEvidence,
} from '../../../miniprogram/packages/pact/audit/present'
import { presentLog } from '../../../miniprogram/packages/pact/log/present'
import { presentReports } from '../../../miniprogram/packages/pact/reports/present'
import { presentFamilyClass, presentSupervised } from '../../../miniprogram/pages/class/present'

const now = instantOf('2026-09-01', '10:00')
const open: Case = {
  ...{ caseId: 'c1', classId: 'k1', className: '三（2）班', childName: '张小明', card: '张小明爸爸', rule: 'C10' },
  ...{
    evidence: '多次发广告',
    evidenceDoubted: false,
    state: 'open',
    steps: [],
    appeals: [],
    next: 'guide',
    openedAt: now,
    openedBy: '语文王老师',
  },
  ...{
    leadersFrom: instantOf('2026-09-08', '10:00'),
    leadersAfterDays: 7,
    desk: 'head_teacher',
    mine: true,
    others: ['mother'],
    appeals: [],
  },
}
const identity: Identity = {
  ...{ key: 'guardian:c1', role: 'guardian', schoolId: 's1', schoolName: '幸福街小学', schoolKind: 'primary' },
  ...{ classId: 'k1', className: '三（2）班', childId: 'c1', childName: '张小明', card: '张小明爸爸' },
}

test('G04 a case offers its next step and says until when it is the head teacher’s', () => {
  expect(presentCase(open, now)).toMatchObject({
    nextWord: '指导',
    state: '9月8日前没有解决，转校长处理',
    effect: '先说清楚，不影响使用。',
  })
})

test('G21 a case says at whose desk it lies, why, and where it goes next', () => {
  const rises: Case['rises'] = [
    { desk: 'head_teacher', at: now },
    { desk: 'discipline', at: instantOf('2026-09-04', '10:00'), days: 3 },
    { desk: 'principal', at: instantOf('2026-09-09', '10:00'), days: 3 },
  ]
  const stateOf = (found: Case, day: string) => presentCase(found, instantOf(day, '12:00')).state
  expect(stateOf({ ...open, rises }, '2026-09-01')).toBe('在班主任；9月4日前没有解决，转政教处')
  expect(stateOf({ ...open, rises, desk: 'discipline', mine: false }, '2026-09-04')).toBe(
    '在政教处：班主任3个上学日没有解决；9月9日前没有解决，转校长',
  )
  expect(stateOf({ ...open, rises, desk: 'principal' }, '2026-09-09')).toBe('在校长：政教处3个上学日没有解决，请您处理')
})

test('G05 before a removal the page says who still gets the notices, or that the child goes to the phone list', () => {
  expect(presentCase({ ...open, next: 'remove' }, now).effect).toBe('请出后立即看不到班级内容。孩子还有妈妈收通知。')
  expect(sayRemaining([])).toBe('孩子将转入电话名单。')
})

test('G04 a mute tells what goes on: reading, signing, leave', () => {
  for (const next of CASE_STEPS.filter((step) => step.startsWith('mute')))
    expect(presentCase({ ...open, next }, now).effect).toBe('只是不能留言；看通知、签字、请假照常。')
  const muted = presentFamilyClass({ ...identity, mutedUntil: instantOf('2026-09-08', '10:00') }, [])
  expect(muted.muted).toBe('9月8日10:00前不能留言。看通知、签字、请假、打电话照常。')
  expect(presentFamilyClass(identity, []).muted).toBe('')
})

test('G04 how long a mute lasts is said as the pact of the case has it', () => {
  const muting = { ...open, next: 'mute_7', nextDays: 14 } as const
  expect(presentCase(muting, now).nextWord).toBe('禁言14天')
  const muted = { step: 'mute_1', at: now, by: '语文王老师', words: '已提醒两次', until: now, days: 3 } as const
  expect(presentCase({ ...open, steps: [muted] }, now).steps[0]?.text).toBe('禁言3天：已提醒两次')
  const row: LogRow = { at: now, role: 'head_teacher', act: 'case', rules: ['C10'], result: 'mute_1', days: 3 }
  expect(presentLog([row], now)[0]?.text).toBe('处理：禁言3天')
})

test('G04 a guardian reads till when a mute holds and what was answered, and after it is lifted that nothing holds', () => {
  const until = instantOf('2026-09-02', '10:00')
  const appeal = { at: now, words: '当天没有发过' }
  const own: OwnCase = {
    ...{ caseId: 'c1', className: '三（2）班', rule: 'C10', state: 'open', mayAppeal: false, appeals: [appeal] },
    steps: [{ step: 'mute_1', at: now, until, days: 1 }],
  }
  expect(presentOwnCase(own, now)).toMatchObject({
    ...{ holds: '明天10:00前不能留言。看通知、签字、请假、打电话照常。', waits: true },
    lines: [{ text: '禁言1天' }, { text: '申诉：当天没有发过' }],
  })
  const answered = { at: now, by: '李校长', decision: 'lift', words: '已核对' } as const
  const lifted: OwnCase = {
    ...{ ...own, state: 'closed', appeals: [{ ...appeal, answered }] },
    steps: [{ step: 'mute_1', at: now, until: now, lifted: true }],
  }
  expect(presentOwnCase(lifted, now)).toMatchObject({ holds: '现在对您没有限制。', waits: false })
  expect(presentOwnCase(lifted, now).lines.map(({ text }) => text)).toContain('解除处理：已核对')
})

test('G06 an old case says that it is the principal’s now, to each of them', () => {
  const later = instantOf('2026-09-09', '10:00')
  expect(presentCase({ ...open, mine: false }, later).state).toBe('超过7天，已转校长处理')
  expect(presentCase(open, later).state).toBe('超过7天没有解决，请您处理')
})

test('G04 every rule a case can be opened under is in the catalogue', () => {
  expect(CASE_RULES.every(({ value }) => isRuleId(value) && RULES[value].title !== '')).toBe(true)
})

test('M06 a supervisor’s class page leads to the log, the pact and the fees, and nowhere else', () => {
  const doors = presentSupervised({ ...identity, role: 'supervisor' }).doors.map(({ text }) => text)
  expect(doors).toEqual(['审核记录', '班级公约', '收费公示'])
  const member = { childId: 'c1', no: '1', name: '张小明', seats: 2 }
  const guardians = [{ card: '张小明妈妈', relation: 'mother', since: now, committee: true } as const]
  expect(presentGuardians({ ...member, guardians }, '张小明妈妈')[0]?.post).toBe('监督员')
  expect(presentGuardians({ ...member, guardians })[0]?.post).toBe('家委会')
})

test('M06 G12 a line of the log is time, role, rule and result', () => {
  const [line] = presentLog([{ at: now, role: 'teacher', act: 'post', rules: ['C05'], result: 'hold' }], now)
  expect(line?.text).toBe('发布：送审')
  expect(line?.sub).toMatch(/，任课教师，C05$/)
})

test('G11 G12 the table has every seal, and no cell that a spreadsheet would run', () => {
  const row: AuditRow = {
    ...{ seq: 1, at: now, by: '=cmd()', role: 'principal', action: 'notice.publish', target: 'notices/n1' },
    ...{ detail: { state: 'held', reason: '说"停课", 速看' }, previous: '', hash: 'abc' },
  }
  const [head, line] = writeAudit('s1', [row]).split('\n')
  expect(head).toBe('school,seq,at,by,who,role,action,said,target,detail,previous,hash')
  expect(line).toBe(
    `s1,1,${now},'=cmd(),,principal,notice.publish,,notices/n1,"{""state"":""held"",""reason"":""说\\""停课\\"", 速看""}",,abc`,
  )
  expect(presentAudit([row, { ...row, seq: 2, said: '提交通知' }], now, 1)).toMatchObject([
    { seq: 2, text: '提交通知' },
  ])
  expect([sayChain(2, undefined), sayChain(2, 2)]).toEqual([
    '共2条，逐条核对无误',
    '第2条与前一条对不上，请保留现状并报告',
  ])
})

test('G11 kept evidence reads with its author, its time and what became of it, and its table is complete', () => {
  const kept: Evidence = {
    ...{
      evidenceId: 'e1',
      noticeId: 'n1',
      classNames: ['三（2）班'],
      by: 'ab12',
      author: '数学李老师',
      role: 'teacher',
    },
    ...{
      writtenAt: now,
      title: '通知',
      body: '请加我微信，周末来看看。',
      photos: [],
      photoDigests: [],
      photoUrls: [],
      rules: ['C10'],
      label: 10001,
    },
    ...{ keptAt: now, keptBy: '教导处赵老师', digest: 'd1', intact: true },
    decided: { decision: 'refuse', at: now, by: '李校长' },
  }
  expect(presentEvidence([kept], now)[0]).toMatchObject({ body: kept.body, broken: false })
  expect(presentEvidence([kept], now)[0]?.sub).toMatch(/^教导处赵老师.*留存，没有发出$/)
  expect(presentEvidence([{ ...kept, intact: false }], now)[0]?.sub).toBe('与留存时不一致，请保留现状并报告')
  const [head, line] = writeEvidence([kept]).split('\n')
  for (const part of ['title', 'body', 'author', 'by', 'digest', 'decided', 'writtenAt']) expect(head).toContain(part)
  expect(line).toContain('请加我微信，周末来看看。')
})

test('M06 a report shows who told what, and the answer or that there is none yet', () => {
  const report = { reportId: 'r1', classId: 'k1', className: '三（2）班', by: '张小明妈妈', words: '请看记录', at: now }
  const [open, closed] = presentReports(
    [
      { ...report, doubted: true },
      { ...report, doubted: false, answered: { at: now, by: '李校长', words: '已了解' } },
    ],
    now,
  )
  expect(open).toMatchObject({ open: true, answer: '', doubted: '微信检查：需人工看' })
  expect(closed).toMatchObject({ open: false, answer: expect.stringMatching(/^李校长.*：已了解$/) as string })
})
