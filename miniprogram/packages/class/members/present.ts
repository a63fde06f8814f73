// Decides how a class's members read: children without a guardian on top, then roll order (screens.md 3.16, M01, M11).
import type { Application, ClassMembers, Instant, Member, RemovalCause } from '@class-pact/core/contract'
import { beijingDay } from '@class-pact/core/calendar'
import { formatDate, formatMoment } from '../../../services/format'
import { RELATION_WORDS } from '../../../services/words'

export interface MemberView {
  childId: string
  no: string
  name: string
  /** 1/2 */
  seats: string
  cards: string
  full: boolean
  label: string
}
export interface MembersView {
  className: string
  head: string
  hasHead: boolean
  /** The number families may call the head teacher at (M16). */
  headPhone: string
  teachers: string[]
  /** 还没有家长，需电话联系 */
  alone: MemberView[]
  others: MemberView[]
  /** Everybody, in roll order. */
  all: MemberView[]
  summary: string
  /** It is time to look through the members (M11). */
  reviewDue: boolean
}

export const REMOVAL_WORDS: Record<RemovalCause, string> = {
  not_guardian: '不是孩子的家长',
  moved: '孩子转走了',
  other_account: '换了微信号',
  other: '其他',
}
export interface ApplicationView {
  applicationId: string
  childName: string
  who: string
  sub: string
  phone: string
  /** Why a third seat is needed; '' for joining. */
  third: string
  /** WeChat has doubts about what was written; empty when it has none. */
  doubted: string
  /** Whether the name is on the roster. */
  match: string
  /** The child of the roster with the same name, if there is exactly one. */
  childId?: string
}

export interface GuardianView {
  card: string
  since: string
  joinedAt: Instant
  committee: boolean
  /** 监督员，家委会 */
  post: string
}

/** Who sits beside a child, and since when. */
export function presentGuardians({ guardians }: Member, supervisor?: string): GuardianView[] {
  return guardians.map(({ card, since, committee = false }) => ({
    card,
    since: `${formatDate(beijingDay(since))}加入`,
    joinedAt: since,
    committee,
    post: committee && card === supervisor ? '监督员' : committee ? '家委会' : '',
  }))
}

function presentMember({ childId, no, name, seats, guardians }: Member): MemberView {
  const count = `${guardians.length}/${seats}`
  const cards = guardians.map(({ card }) => card).join('，')
  return {
    childId,
    no,
    name,
    seats: count,
    cards: cards || '还没有家长',
    full: guardians.length >= seats,
    label: `${no}号${name}，家长席位${count}，${cards || '需电话联系'}`,
  }
}

export function presentMembers(found: ClassMembers, now: Instant): MembersView {
  const { className, members, headTeacher, teachers, reviewFrom } = found
  const rows = members.map(presentMember)
  const alone = rows.filter((_, index) => members[index]?.guardians.length === 0)
  const guardians = members.reduce((sum, member) => sum + member.guardians.length, 0)
  return {
    className,
    hasHead: headTeacher !== undefined,
    headPhone: headTeacher?.phone ?? '',
    head: headTeacher?.card ?? '还没有班主任',
    teachers: teachers.map(({ card }) => card),
    alone,
    others: rows.filter((row) => !alone.includes(row)),
    all: rows,
    reviewDue: reviewFrom !== undefined && reviewFrom <= now,
    summary: `${members.length}个孩子，${guardians}位家长`,
  }
}

export function presentApplication(application: Application, members: Member[], now: Instant): ApplicationView {
  const same = members.filter(({ name }) => name === application.childName)
  return {
    applicationId: application.applicationId,
    childName: application.childName,
    who: `${application.guardianName}（${RELATION_WORDS[application.relation]}）`,
    sub: `${formatMoment(application.createdAt, now)}申请`,
    phone: application.phone ?? '',
    third: application.purpose === 'third_seat' ? `申请第三个席位：${application.reason ?? ''}` : '',
    doubted: application.doubted ? '微信检查：名字或原因需人工看' : '',
    match:
      same.length === 0
        ? '名单里没有这个名字'
        : same.length === 1
          ? '名单里有这个孩子'
          : `名单里有${same.length}个同名的孩子`,
    childId: application.childId ?? (same.length === 1 ? same[0]?.childId : undefined),
  }
}
