// Decides what a rule of the pact is as data.
import type { Bounds } from './bounds'

/** Where a text is going: a class notice, a comment under one, a private talk, the reason of a leave, an album's caption. */
export type PostKind = 'notice' | 'comment' | 'private' | 'leave' | 'album'

/** Parameters of one rule in a pact. */
export type Params = Record<string, unknown>

/** Codes of what to do instead; the phone has the words (screens.md 7). */
export type WayOut =
  | 'acknowledge'
  | 'add_source'
  | 'amend_first'
  | 'appeal'
  | 'apply'
  | 'apply_third_seat'
  | 'call'
  | 'change_day'
  | 'confirm_card'
  | 'contact_teacher'
  | 'cover'
  | 'delete_link'
  | 'delete_sentence'
  | 'edit'
  | 'fee_notice'
  | 'fill_in'
  | 'fill_subject'
  | 'human_review'
  | 'leave_form'
  | 'merge'
  | 'own_guardians'
  | 'permission_number'
  | 'praise_letter'
  | 'principal_approval'
  | 'private_talk'
  | 'replace_photo'
  | 'send_anyway'
  | 'tag_children'
  | 'urgent'
  | 'wait'
  | 'withdraw'

/** Where a rule stands in a school's papers: S0-3 二(一)6 = third rule set of seed 0, chapter two (one), item 6. */
export interface Source {
  seed: 'S0' | 'S1' | 'S2' | 'S3' | 'S4'
  article: string
  quote: string
}

/** Tabs of the pact page. */
export type RuleGroup = '时间' | '内容' | '成员' | '照片' | '请假' | '处理'
/** The tag beside a rule: what happens to a post that breaks it; 照此办理 = a way of working, nothing to break. */
export type RuleEffect = '不能发' | '先审核' | '会延后' | '会提醒' | '照此办理'

/** One rule of the catalogue: all that the law says of it, in one place. */
export interface RuleEntry {
  /** The rule's sentence, true whatever its parameters are; the phone says them (`titleOf`). */
  title: string
  group: RuleGroup
  effect: RuleEffect
  /** What a school can set; a rule without takes none. */
  parameters?: Bounds
  sources: Source[]
  wayOut: WayOut[]
}
