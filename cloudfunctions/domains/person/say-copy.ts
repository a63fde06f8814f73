// Decides how everything kept about somebody reads on paper: part by part, each line a sentence of its own (M12, G23).
import { beijingClock, beijingDay } from '@class-pact/core/calendar'
import type { CaseStep, Instant, LeaveKind, LineMark, PersonCopy, Role } from '@class-pact/core/contract'
import type { Application, LeaveState, Move } from '@class-pact/core/contract'

/** A part of the copy: what it is called, and a line for each thing. */
export interface CopySection {
  title: string
  lines: string[]
}

/** With what other domains add to a copy. */
export type WholeCopy = PersonCopy & {
  moves?: Move[]
  letters?: { matter: string; className: string; at: Instant; words: string }[]
  misjudged?: { rule: string; text: string; at: Instant }[]
  tasks?: { title: string; answeredAt: Instant; report?: string; typedName?: string }[]
}

const ROLES: Record<Role, string> = {
  ...{ principal: '校长', office: '教导处', head_teacher: '班主任', teacher: '任课教师' },
  ...{ officer: '职务', stand_in: '代理班主任', guardian: '家长', supervisor: '监督员', bureau: '教育局' },
}
const KINDS: Record<LeaveKind, string> = {
  ...{ fever: '发热', cough: '咳嗽', stomach: '肠胃不适', sick: '其他病假', personal: '事假' },
}
const LEAVES: Record<LeaveState, string> = {
  ...{ pending: '待批', approved: '已批', rejected: '驳回', withdrawn: '已撤回', returned: '已销假' },
}
const ASKED: Record<Application['state'], string> = {
  ...{ pending: '待答复', approved: '已通过', rejected: '未通过', withdrawn: '已撤回' },
}
const MARKS: Record<LineMark, string> = {
  ...{ present: '在校', late: '迟到', early: '早退', absent: '未到', leave: '请假' },
}
const STEPS: Record<CaseStep, string> = {
  ...{
    guide: '私下提醒',
    remind: '班内提醒',
    mute_1: '禁言1天',
    mute_7: '禁言7天',
    mute_30: '禁言30天',
    remove: '移出班级',
  },
}
const SENT: Record<string, string> = {
  ...{ waiting: '待发', sending: '发送中', sent: '已发', no_credit: '未订阅', failed: '未发出', dropped: '不再需要' },
}
const TEMPLATES: Record<string, string> = {
  ...{ notice: '通知', todo: '待办', leave_result: '请假结果', talk_reply: '私聊回复', arrival: '到校提醒' },
}

/** 2026-09-02 10:05 */
export const sayMoment = (at: Instant): string => `${beijingDay(at)} ${beijingClock(at)}`
const said = (...parts: (string | undefined | false)[]) => parts.filter(Boolean).join('，')

/** Every part a copy has; an empty one says so. */
const PARTS: { [Part in keyof Required<WholeCopy>]: (copy: WholeCopy) => CopySection | undefined } = {
  exportedAt: () => undefined,
  shortened: ({ shortened }) =>
    shortened ? { title: '说明', lines: ['有的部分太多，只列出最近的；更早的在孩子的页面里看。'] } : undefined,
  consent: ({ consent }) => ({
    title: '同意隐私说明',
    lines: consent ? [`${sayMoment(consent.at)}，第${consent.version}版`] : [],
  }),
  identities: ({ identities }) => ({
    title: '身份',
    lines: identities.map(({ role, schoolName, className, childName, card }) =>
      said(ROLES[role], schoolName, className, childName, card),
    ),
  }),
  credits: ({ credits }) => ({
    title: '还可以收到的微信提醒',
    lines: Object.entries(credits).map(([template, count]) => `${TEMPLATES[template] ?? template}${String(count)}次`),
  }),
  applications: ({ applications }) => ({
    title: '申请',
    lines: applications.map(({ className, childName, guardianName, reason, state }) =>
      said(className, childName, guardianName, reason, ASKED[state]),
    ),
  }),
  moves: ({ moves = [] }) => ({
    title: '换微信号',
    lines: moves.map(({ className, childName, guardianName, state, createdAt }) =>
      said(sayMoment(createdAt), className, childName, guardianName, ASKED[state]),
    ),
  }),
  signed: ({ signed }) => ({
    title: '签收',
    lines: signed.map(({ title, className, childName, card, typedName, signature, signedAt }) =>
      said(sayMoment(signedAt), `《${title}》`, className, childName, card, typedName, signature && '手写签名'),
    ),
  }),
  leaves: ({ leaves }) => ({
    title: '请假',
    lines: leaves.map(({ childName, className, kind, span, reason, state }) =>
      said(`${span.from}至${span.to}`, className, childName, KINDS[kind], reason, LEAVES[state]),
    ),
  }),
  attendance: ({ attendance }) => ({
    title: '出勤',
    lines: attendance.map(({ childName, className, day, half, mark, kind }) =>
      said(`${day}${half === 'am' ? '上午' : '下午'}`, className, childName, MARKS[mark], kind && KINDS[kind]),
    ),
  }),
  letters: ({ letters = [] }) => ({
    title: '我写的私聊',
    lines: letters.map(({ matter, className, at, words }) => said(sayMoment(at), className, `${matter}：${words}`)),
  }),
  tasks: ({ tasks = [] }) => ({
    title: '教职工回执',
    lines: tasks.map(({ title, answeredAt, report, typedName }) =>
      said(sayMoment(answeredAt), `《${title}》`, report, typedName),
    ),
  }),
  cases: ({ cases }) => ({
    title: '提醒和禁言',
    lines: cases.flatMap(({ className, rule, openedAt, steps, appeals }) => [
      said(sayMoment(openedAt), className, rule),
      ...steps.map(({ step, at, until }) =>
        said(sayMoment(at), STEPS[step], until !== undefined && `到${sayMoment(until)}`),
      ),
      ...appeals.map(({ words, at }) => said(sayMoment(at), `申诉：${words}`)),
    ]),
  }),
  reports: ({ reports }) => ({
    title: '监督员反映',
    lines: reports.map(({ className, words, at }) => said(sayMoment(at), className, words)),
  }),
  misjudged: ({ misjudged = [] }) => ({
    title: '反映过的误判',
    lines: misjudged.map(({ rule, text, at }) => said(sayMoment(at), rule, text)),
  }),
  deliveries: ({ deliveries }) => ({
    title: '微信提醒记录',
    lines: deliveries.map(({ template, state, at }) =>
      said(sayMoment(at), TEMPLATES[template] ?? template, SENT[state] ?? state),
    ),
  }),
}

/** What a domain adds that has no words here yet stands as it is kept: nothing is left out. */
export function sayCopy(copy: WholeCopy): CopySection[] {
  const known = Object.values(PARTS).flatMap((say) => say(copy) ?? [])
  const others = Object.entries(copy)
    .filter(([part]) => !(part in PARTS))
    .map(([part, value]) => ({ title: part, lines: [JSON.stringify(value)] }))
  return [...known, ...others]
}
