// Decides the Chinese for every closed list of notices: one place, one word.
import type {
  EntryState,
  NoticeKind,
  NoticeSource,
  NoticeState,
  PraiseGround,
  ReplyMode,
} from '@class-pact/core/contract'
export { URGENT_WORDS } from '@class-pact/core/report-words'

export const KIND_WORDS: Record<NoticeKind, string> = {
  notice: '通知',
  activity: '活动',
  outing: '外出',
  closure: '放假停课',
  safety: '安全',
  dismissal: '离校',
  fee: '收费',
  letter: '告家长书',
  meeting: '家长会',
  praise: '喜报',
  resource: '资源',
  homework: '作业',
  bulletin: '刊物',
}
/** What good news is based on (H07). */
export const GROUND_WORDS: Record<PraiseGround, string> = {
  province: '省级以上表彰',
  contest: '校级以上竞赛',
  courage: '见义勇为',
}
export const REPLY_WORDS: Record<ReplyMode, string> = {
  none: '无需回复',
  read: '已读',
  confirm: '确认',
  sign: '签字',
  form: '填表',
  report: '回报',
}
export const SOURCE_WORDS: Record<NoticeSource, string> = { bureau: '教育局', school: '学校', class: '班级' }
export const NOTICE_STATE_WORDS: Record<NoticeState, string> = {
  draft: '草稿',
  checking: '检查中',
  held: '待审',
  queued: '待送达',
  published: '进行中',
  closed: '已办结',
  withdrawn: '已撤回',
  refused: '没有发出',
}
/** On the board, where 已读未签 matters. */
export const ENTRY_WORDS: Record<EntryState, string> = {
  signed: '已签',
  followed: '已告知',
  read: '已读未签',
  unread: '未读',
  not_reminded: '收不到提醒',
  unbound: '未绑定',
  closed: '已离开',
}
/** Why a notice is taken back, to tap. */
export const WITHDRAW_WORDS: string[] = ['内容有误，改好再发', '发错了班级', '活动取消']
