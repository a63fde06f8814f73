// Decides what a refusal offers instead: codes that pages act on, with the words where a rule has none of its own.

/** Codes of core/pact (`WayOut`) and those only the phone knows. */
export const WAY_WORDS = {
  acknowledge: '知道了',
  add_source: '补充来源',
  amend_first: '修改原通知',
  appeal: '向校长申诉',
  apply: '提交申请',
  apply_third_seat: '申请第三个席位',
  call: '打电话',
  change_day: '改日期',
  confirm_card: '确认名片',
  contact_teacher: '联系老师',
  cover: '遮住再发',
  delete_link: '删去网址',
  delete_sentence: '删去这句',
  edit: '修改',
  fee_notice: '改为收费通知',
  fill_in: '去填写',
  fill_plan: '去写方案',
  fill_subject: '填学科',
  human_review: '请人工看',
  leave_form: '填假条',
  merge: '合并',
  own_guardians: '只发给孩子的家长',
  permission_number: '请校长填写',
  praise_letter: '改为喜报',
  principal_approval: '请校长批准',
  private_talk: '改为私聊',
  send_anyway: '仍发送',
  tag_children: '去标记',
  urgent: '紧急，说明原因',
  wait: '好',
  withdraw: '撤回',
  back_to_today: '回到今天',
  dismiss: '不发了',
  open_class: '打开该班',
  read_privacy: '看说明',
  replace_photo: '换一张',
  retry: '再试一次',
  see_committee: '看家委会',
  see_leave: '看假条',
  see_list: '看名单',
  see_missing: '看漏点',
  use_template: '下载模板',
  verify_wechat: '申请确认',
} as const

export type WayCode = keyof typeof WAY_WORDS
export interface Way {
  code: WayCode
  label: string
}

/** A way out with its usual words, or with those the rule has for it. */
export function offer(code: WayCode, label: string = WAY_WORDS[code]): Way {
  return { code, label }
}

export const isWayCode = (code: string): code is WayCode => Object.prototype.hasOwnProperty.call(WAY_WORDS, code)
