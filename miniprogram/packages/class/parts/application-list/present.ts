// Decides how an application reads for whoever decides it: who asks for what (M02, M04).
import type { Application, Instant, Member } from '@class-pact/core/contract'
import { formatClass, formatMoment } from '../../../../services/format'
import { RELATION_WORDS, ROLE_WORDS } from '../../../../services/words'

export interface ApplicationView {
  applicationId: string
  who: string
  /** 孩子：张小明, or 任教：语文老师 */
  about: string
  sub: string
  phone: string
  /** Why a third seat is needed; '' for joining. */
  third: string
  /** What the roster says to the name, or what one should make sure of. */
  match: string
  /** Somebody has tried several names: said before anything else. */
  tried: string
  /** WeChat has doubts about what was written; empty when it has none. */
  doubted: string
  /** The child of the roster with the same name, if there is exactly one. */
  childId?: string
  /** Taken back: there is nothing to let in any more. */
  isOver: boolean
  accept: '通过' | '选孩子并通过' | '是本人'
  label: string
}

/** @param members of the class; undefined where they are not known yet */
export function presentApplication(
  application: Application,
  members: readonly Member[] | undefined,
  now: Instant,
): ApplicationView {
  const {
    applicationId,
    purpose,
    childName,
    guardianName,
    relation,
    className,
    phone = '',
    role,
    subject = '',
  } = application
  const { tried = 1, state } = application
  const isStaff = purpose === 'staff'
  const same = members?.filter(({ name }) => name === childName)
  const childId = application.childId ?? (same?.length === 1 ? same[0]?.childId : undefined)
  const who = isStaff ? guardianName : `${guardianName}（${RELATION_WORDS[relation]}）`
  const about = isStaff ? `任教：${subject}${role ? ROLE_WORDS[role] : ''}` : `孩子：${childName}`
  return {
    applicationId,
    who,
    about,
    sub: `${members ? '' : `${formatClass(className)}，`}${formatMoment(application.createdAt, now)}申请`,
    phone,
    third: purpose === 'third_seat' ? `申请第三个席位：${application.reason ?? ''}` : '',
    match: isStaff ? '请确认是您邀请的这位老师' : matchOf(same),
    tried: tried > 1 ? `这个微信先后写过${tried}个孩子的名字，请核对` : '',
    doubted: application.doubted ? '微信检查：名字或原因需人工看' : '',
    childId,
    isOver: state === 'withdrawn',
    accept: isStaff ? '是本人' : childId ? '通过' : '选孩子并通过',
    label: `${who}申请加入，${about}`,
  }
}

function matchOf(same: readonly Member[] | undefined): string {
  if (!same) return ''
  if (same.length === 0) return '名单里没有这个名字'
  return same.length === 1 ? '名单里有这个孩子' : `名单里有${same.length}个同名的孩子`
}
