// Decides what stands on an invitation and what it asks: a child's asks the relation, a class's the names.
import type { InvitationView, Relation } from '@class-pact/core/contract'
import { RELATIONS } from '@class-pact/core/contract'
import type { ChipOption } from '../../../components/choice-chips/choice-chips'
import { OPENS, sayPost, sayUntil } from '../../../domains/office/words'
import { formatClass } from '../../../services/format'
import { CARD_WORDS, RELATION_WORDS, ROLE_WORDS } from '../../../services/words'

export const RELATION_OPTIONS: ChipOption[] = RELATIONS.map((value) => ({
  value,
  label: RELATION_WORDS[value],
  ...(value === 'other' && { span: 'two' }),
}))
/** Subjects most cards bear; anything else is typed. */
export const SUBJECT_OPTIONS: ChipOption[] = ['语文', '数学', '英语', '科学', '体育', '音乐', '美术'].map((value) => ({
  value,
  label: value,
}))

export interface InviteView {
  purpose: InvitationView['purpose']
  school: string
  className: string
  /** 王老师请, 张*明, 的家长加入 */
  words: { before: string; name: string; after: string }
  /** 名片 starts with this; '' until the child's name is typed. */
  childName: string
  /** An office's: what opens with it. */
  opens: string
  joinedKey: string
  /** An answer of theirs that waits, or was decided. */
  applicationId: string
}

/** Lays an invitation out. */
export function presentInvitation(invitation: InvitationView): InviteView {
  const { purpose, inviter, childMasked = '', role, takesOverFrom, office, grade, until, takesOver } = invitation
  const words = {
    child: { before: `${inviter}请`, name: childMasked, after: '的家长加入' },
    class: { before: `${inviter}请本班孩子的家长加入`, name: '', after: '' },
    staff: {
      before: `${inviter}请您担任`,
      name: role ? ROLE_WORDS[role] : '',
      after: takesOverFrom ? `，接替${takesOverFrom}` : '',
    },
    office: {
      before: `${inviter}请您${takesOver ? '接任' : '担任'}`,
      name: office ? sayPost(office, grade, undefined) : '',
      after: until ? `，${sayUntil(until)}` : '',
    },
  }[purpose]
  return {
    purpose,
    school: invitation.schoolName,
    className: formatClass(invitation.className),
    words,
    childName: childMasked,
    opens: office ? (office === 'principal' ? '可以管理整个学校。' : OPENS[office]) : '',
    joinedKey: invitation.joined?.key ?? '',
    applicationId: invitation.joined ? '' : (invitation.applicationId ?? ''),
  }
}

/** 张小明妈妈: composed, never typed (M09). */
export function previewCard(childName: string, relation: Relation | ''): string {
  return childName && relation ? childName + CARD_WORDS[relation] : ''
}
