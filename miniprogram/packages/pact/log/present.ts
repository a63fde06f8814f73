// Decides how the moderation log reads: when, in which role, what became of it (screens.md 3.19, M06).
import type { Instant, LogRow } from '@class-pact/core/contract'
import { formatMoment } from '../../../services/format'
import { ROLE_WORDS } from '../../../services/words'

const RESULT_WORDS: Record<LogRow['result'], string> = {
  hold: '送审',
  approve: '通过',
  return: '退回',
  talk: '请作者私聊',
  refuse: '没有发出',
  stop: '班主任制止并撤回',
  open: '开始处理',
  close: '了结',
  uphold: '申诉后维持',
  lift: '申诉后解除',
  guide: '指导',
  remind: '提醒',
  mute_1: '禁言',
  mute_7: '禁言',
  mute_30: '禁言',
  remove: '请出班级',
}
const ACT_WORDS: Record<LogRow['act'], string> = { post: '发布', review: '审核', case: '处理' }

export interface LogRowView {
  key: string
  text: string
  sub: string
}

export function presentLog(rows: LogRow[], now: Instant): LogRowView[] {
  return rows.map(({ at, role, act, rules, result, days }, index) => ({
    key: `${at}-${index}`,
    text: `${ACT_WORDS[act]}：${RESULT_WORDS[result]}${days === undefined ? '' : `${days}天`}`,
    sub: [formatMoment(at, now), ROLE_WORDS[role], rules.join(' ')].filter(Boolean).join('，'),
  }))
}
