// Decides how a case reads: who, which rule, what was done, the one step that is open (screens.md 3.17).
import { beijingDay } from '@class-pact/core/calendar'
import type { Case, CaseStep, Instant } from '@class-pact/core/contract'
import { CASE_DESK_WORDS } from '../../../domains/class/case-desks'
import { presentAppeals, sayEnd, sayRule, sayStep } from '../../../domains/class/case-lines'
import { formatDate, formatMoment } from '../../../services/format'
import { RELATION_WORDS } from '../../../services/words'

/** What guardians are most often spoken to about; one chip each. */
export const CASE_RULES = [
  { value: 'C10', label: '广告推销' },
  { value: 'C13', label: '红包' },
  { value: 'C14', label: '拉票集赞' },
  { value: 'C08', label: '侮辱诋毁' },
  { value: 'C09', label: '煽动威胁' },
  { value: 'C26', label: '来源不明的消息' },
  { value: 'C28', label: '泄露隐私' },
  { value: 'C01', label: '刷屏' },
] as const

export interface CaseView {
  caseId: string
  card: string
  rule: string
  evidence: string
  /** What WeChat thinks of the words that are quoted. */
  doubted: string
  state: string
  /** 9月1日 18:40 指导：已电话说明（语文王老师） */
  steps: { key: string; text: string; sub: string }[]
  next: '' | CaseStep
  nextWord: string
  /** What the next step means for the family. */
  effect: string
  mine: boolean
  label: string
}

/** Removing a guardian never leaves a child without news: somebody else gets it, or the school calls. */
export function sayRemaining(others: Case['others']): string {
  if (others.length === 0) return '孩子将转入电话名单。'
  return `孩子还有${others.map((relation) => RELATION_WORDS[relation]).join('、')}收通知。`
}

function sayEffect({ next, others }: Case): string {
  if (next === undefined) return ''
  if (next === 'remove') return `请出后立即看不到班级内容。${sayRemaining(others)}`
  if (next === 'guide' || next === 'remind') return '先说清楚，不影响使用。'
  return '只是不能留言；看通知、签字、请假照常。'
}

/** 在政教处：班主任3天没有解决 (G21) */
function sayDesk({ desk, mine, rises = [] }: Case, now: Instant): string {
  const place = rises.findIndex((rise) => rise.desk === desk)
  const { days } = rises[place] ?? {}
  const before = rises[place - 1]
  const next = rises[place + 1]
  const why = before && days !== undefined ? `：${CASE_DESK_WORDS[before.desk]}${days}个上学日没有解决` : ''
  const onward =
    next && next.at > now ? `；${formatDate(beijingDay(next.at))}前没有解决，转${CASE_DESK_WORDS[next.desk]}` : ''
  return `在${CASE_DESK_WORDS[desk]}${why}${onward}${mine && before ? '，请您处理' : ''}`
}

function sayState(found: Case, now: Instant): string {
  const { state, mine, leadersFrom, leadersAfterDays, closed, rises } = found
  if (state === 'closed') return closed ? `已了结，${formatMoment(closed.at, now)}` : '已了结'
  if (rises) return sayDesk(found, now)
  const late = `超过${leadersAfterDays}天`
  if (leadersFrom <= now) return mine ? `${late}没有解决，请您处理` : `${late}，已转校长处理`
  return `${formatDate(beijingDay(leadersFrom))}前没有解决，转校长处理`
}

export function presentCase(found: Case, now: Instant): CaseView {
  const { caseId, card, rule, evidence, steps, next, nextDays, closed } = found
  return {
    caseId,
    card,
    rule: `${rule} ${sayRule(rule)}`,
    evidence,
    doubted: found.evidenceDoubted ? '微信检查：有疑问，原话照记' : '',
    state: sayState(found, now),
    steps: [
      ...steps.map(({ step, at, by, words, until, days, lifted }) => ({
        key: step,
        text: `${sayStep(step, days)}：${words}`,
        sub: [formatMoment(at, now), by, sayEnd({ until, lifted }, now)].filter(Boolean).join('，'),
      })),
      ...presentAppeals(found.appeals, now),
      ...(closed ? [{ key: 'closed', text: `了结：${closed.words}`, sub: closed.by }] : []),
    ],
    next: next ?? '',
    nextWord: next ? sayStep(next, nextDays) : '',
    effect: sayEffect(found),
    mine: found.mine,
    label: `${card}，${sayRule(rule)}`,
  }
}
