// Decides how the steps of a case and the appeals against it read, on whichever page they stand (screens.md 3.17, G04).
import type { Appeal, CaseStep, Instant } from '@class-pact/core/contract'
import { RULES, isRuleId } from '@class-pact/core/pact'
import { formatMoment } from '../../services/format'

const STEP_WORDS: Record<CaseStep, string> = {
  guide: '指导',
  remind: '提醒',
  mute_1: '禁言',
  mute_7: '禁言',
  mute_30: '禁言',
  remove: '请出班级',
}

/** 指导, 禁言7天: how many days is in the pact (G04). */
export const sayStep = (step: CaseStep, days?: number) => `${STEP_WORDS[step]}${days === undefined ? '' : `${days}天`}`

export const sayRule = (rule: string) => (isRuleId(rule) ? RULES[rule].title : rule)

export interface CaseLine {
  key: string
  text: string
  sub: string
}

/** 到9月2日10:00, or that an appeal has ended it. */
export function sayEnd({ until, lifted }: { until?: Instant; lifted?: true }, now: Instant): string {
  if (lifted) return '申诉后已解除'
  return until === undefined ? '' : `到${formatMoment(until, now)}`
}

const DECISIONS = { uphold: '维持原来的处理', lift: '解除处理' } as const

/** What was asked, and what was answered, each a line. */
export function presentAppeals(appeals: readonly Appeal[], now: Instant): CaseLine[] {
  return appeals.flatMap(({ at, words, doubted, answered }, index) => {
    const asked = {
      key: `appeal-${index}`,
      text: `申诉：${words ?? '内容还没通过检查，由校长看'}`,
      sub: [formatMoment(at, now), ...(doubted && words ? ['微信检查：需人工看'] : [])].join('，'),
    }
    if (!answered) return [asked]
    const said = answered.words ?? '说明还没通过检查，请直接问一下'
    return [
      asked,
      {
        key: `answer-${index}`,
        text: `${DECISIONS[answered.decision]}：${said}`,
        sub: `${answered.by}，${formatMoment(answered.at, now)}`,
      },
    ]
  })
}
