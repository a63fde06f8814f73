// Decides how a class's members read: children without a guardian on top, then roll order (screens.md 3.16, M01, M11).
import type { ClassMembers, Instant, Member, RemovalCause } from '@class-pact/core/contract'
import { beijingDay } from '@class-pact/core/calendar'
import { describeLeaving } from '../../../domains/class/leaving'
import { formatDate } from '../../../services/format'

export interface MemberView {
  childId: string
  no: string
  name: string
  /** 1/2 */
  seats: string
  cards: string
  full: boolean
  /** 9月3日起转学，等学校确认 */
  note: string
  label: string
}
/** A child that is not here any more, or not now. */
export interface AwayView {
  childId: string
  no: string
  name: string
  /** 9月3日起转学 */
  state: string
}

export const presentAway = (away: ClassMembers['away']): AwayView[] =>
  away.map(({ childId, no, name, ...leaving }) => ({ childId, no, name, state: describeLeaving(leaving) }))

/** What has to be said of a child besides its family: it is going, or a roster did not have it. */
function describeChild({ leaving, missedSince }: Member): string {
  if (leaving) return `${describeLeaving(leaving)}${leaving.waits ? '，等学校确认' : ''}`
  return missedSince === undefined ? '' : '上次导入的名单里没有，请点开说明'
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

function presentMember(member: Member): MemberView {
  const { childId, no, name, seats, guardians } = member
  const count = `${guardians.length}/${seats}`
  const cards = guardians.map(({ card }) => card).join('，')
  return {
    childId,
    no,
    name,
    seats: count,
    cards: cards || '还没有家长',
    full: guardians.length >= seats,
    note: describeChild(member),
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
