// Decides the Chinese for every closed list of the contract: one place, one word.
import type {
  EntryState,
  FollowUpWay,
  LeaveKind,
  LeaveState,
  NoticeKind,
  NoticeSource,
  NoticeState,
  Relation,
  ReplyMode,
  Role,
  Template,
  UrgentCause,
} from '@class-pact/core/contract'

export const ROLE_WORDS: Record<Role, string> = {
  guardian: '家长',
  head_teacher: '班主任',
  teacher: '任课教师',
  office: '教导处',
  principal: '校长',
  supervisor: '监督员',
}
export const RELATION_WORDS: Record<Relation, string> = {
  mother: '妈妈',
  father: '爸爸',
  grandpa: '爷爷',
  grandma: '奶奶',
  maternal_grandpa: '外公',
  maternal_grandma: '外婆',
  other: '其他监护人',
}
/** As it stands in a card: 张小明监护人. */
export const CARD_WORDS: Record<Relation, string> = { ...RELATION_WORDS, other: '监护人' }
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
}
export const REPLY_WORDS: Record<ReplyMode, string> = { none: '无需回复', read: '已读', confirm: '确认', sign: '签字' }
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
export const URGENT_WORDS: Record<UrgentCause, string> = {
  safety: '孩子安全',
  closure: '临时停课',
  dismissal: '提前离校',
  other: '其他',
}
export const FOLLOW_UP_WORDS: Record<FollowUpWay, string> = {
  phone: '电话',
  paper: '纸质',
  face: '当面',
  visit: '家访',
}
export const LEAVE_KIND_WORDS: Record<LeaveKind, string> = {
  fever: '发热',
  cough: '咳嗽',
  stomach: '肠胃不适',
  sick: '其他病假',
  personal: '事假',
}
export const LEAVE_STATE_WORDS: Record<LeaveState, string> = {
  pending: '待批',
  approved: '已批',
  rejected: '驳回',
  withdrawn: '已撤回',
  returned: '已销假',
}
/** On the board, where 已读未签 matters. */
export const ENTRY_WORDS: Record<EntryState, string> = {
  signed: '已签',
  followed: '已告知',
  read: '已读未签',
  unread: '未读',
  not_reminded: '收不到提醒',
  unbound: '未绑定',
}
export const TEMPLATE_WORDS: Record<Template, string> = {
  notice: '班级通知',
  leave_result: '请假结果',
  arrival: '到校提醒',
  talk_reply: '私聊回复',
  todo: '待办',
}

/** 校长 of a kindergarten is 园长. */
export function roleWord(role: Role, schoolKind: 'kindergarten' | 'primary'): string {
  return role === 'principal' && schoolKind === 'kindergarten' ? '园长' : ROLE_WORDS[role]
}
