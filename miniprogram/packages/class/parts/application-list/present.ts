// Decides how an application reads for whoever decides it: who asks for what (M02, M04).
import type { Application, Instant, Member } from '@class-pact/core/contract'
import { sayPost, sayUntil } from '../../../../domains/office/words'
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
  accept: '通过' | '选孩子并通过' | '是'
  reject: '不通过' | '不是'
  /** A hand-over that the present head teacher has to confirm, seen by a leader: whose word it waits for. */
  waitsFor: string
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
  const { tried = 1, state, office, grade, until, takesOver, takesOverFrom, alsoHeads } = application
  const isStaff = purpose === 'staff'
  const same = members?.filter(({ name }) => name === childName)
  const childId = application.childId ?? (same?.length === 1 ? same[0]?.childId : undefined)
  const who = isStaff ? guardianName : `${guardianName}（${RELATION_WORDS[relation]}）`
  const post = office ? sayPost(office, grade) : `${subject}${role ? ROLE_WORDS[role] : ''}`
  const ends = until ? `，${sayUntil(until)}` : ''
  const about = isStaff ? `${office ? '担任' : '任教'}：${post}${ends}` : `孩子：${childName}`
  return {
    applicationId,
    who,
    about,
    sub: `${members || !className ? '' : `${formatClass(className)}，`}${formatMoment(application.createdAt, now)}申请`,
    phone,
    third: purpose === 'third_seat' ? `申请第三个席位：${application.reason ?? ''}` : '',
    match: isStaff ? sayStaff({ guardianName, takesOver, takesOverFrom, alsoHeads }) : matchOf(same),
    tried: tried > 1 ? `这个微信先后写过${tried}个孩子的名字，请核对` : '',
    doubted: application.doubted ? '微信检查：名字或原因需人工看' : '',
    childId,
    isOver: state === 'withdrawn',
    accept: isStaff ? '是' : childId ? '通过' : '选孩子并通过',
    reject: isStaff ? '不是' : '不通过',
    waitsFor: members ? '' : (takesOverFrom ?? ''),
    label: `${who}申请加入，${about}`,
  }
}

/** 李老师用了您的邀请，是她吗, and what follows from yes. */
function sayStaff({
  guardianName,
  takesOver,
  takesOverFrom,
  alsoHeads,
}: Pick<Application, 'guardianName' | 'takesOver' | 'takesOverFrom' | 'alsoHeads'>): string {
  return [
    `${guardianName}用了邀请，是本人吗？`,
    takesOverFrom && `确认后由${guardianName}接替${takesOverFrom}当班主任。`,
    takesOver && '确认后由对方接任校长，您不再管理这个学校。',
    alsoHeads && `这位老师已是${alsoHeads.map(formatClass).join('、')}班主任，一人只带一个班为好。`,
  ]
    .filter(Boolean)
    .join('')
}

function matchOf(same: readonly Member[] | undefined): string {
  if (!same) return ''
  if (same.length === 0) return '名单里没有这个名字'
  return same.length === 1 ? '名单里有这个孩子' : `名单里有${same.length}个同名的孩子`
}
