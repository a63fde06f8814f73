// Decides the demo's talks: one waits for the head teacher, one is settled, one lies in the principal's letter box.
import type { CheckedWords, Instant, Role, TalkAbout } from '@class-pact/core/contract'
import { composeStaffCard } from '@class-pact/core/family'
import { CLASS_PLANS, PRINCIPAL, SCHOOL_ID } from './class-plans'
import type { TalkDoc, TrailEntry } from './documents'
import { openTrail, type Families } from './families'
import { past, schoolDayBefore } from './school-time'

interface Letter {
  from: 'family' | 'teacher'
  daysAgo: number
  at: string
  words: string
}

interface Wish {
  id: string
  /** Place in the roll of the first class. */
  place: number
  about: TalkAbout
  to: TalkDoc['to']['desk']
  matter: string
  letters: [Letter, ...Letter[]]
  closed?: true
}

const WISHES: readonly Wish[] = [
  {
    ...{ id: 'sleep', place: 23, about: 'matter', to: 'head_teacher', matter: '晚上睡得晚' },
    letters: [
      {
        ...{ from: 'family', daysAgo: 1, at: '16:20' },
        words: '王老师您好，小明这几天写完作业快十点了，早上起不来。想问问您在学校里他上课有没有走神，家里怎么配合。',
      },
    ],
  },
  {
    ...{ id: 'reading', place: 16, about: 'matter', to: 'head_teacher', matter: '朗读比赛' },
    letters: [
      {
        ...{ from: 'teacher', daysAgo: 4, at: '15:40' },
        words:
          '优点：梅梅朗读很有感情，同学们都爱听。\n事情：学校下月有朗读比赛，想请她参加。\n建议：每天在家读一篇，十分钟就够。',
      },
      { ...{ from: 'family', daysAgo: 4, at: '18:05' }, words: '她很高兴，我们每天陪她读，需要准备什么请告诉我们。' },
      { ...{ from: 'teacher', daysAgo: 3, at: '09:50' }, words: '不用另外准备，稿子下周发给她。' },
    ],
    closed: true,
  },
  {
    ...{ id: 'shade', place: 7, about: 'idea', to: 'principal', matter: '接送区加遮阳棚' },
    letters: [
      {
        ...{ from: 'family', daysAgo: 2, at: '12:10' },
        words: '夏天放学时接送区很晒，老人站久了吃不消。建议在东门加一段遮阳棚，家委会可以帮忙联系。',
      },
    ],
  },
]

export function listTalks(families: Families, now: Instant): TalkDoc[] {
  return WISHES.flatMap((wish) => settle(wish, families, now) ?? [])
}

/** Written by the child's first guardian and its head teacher; a child without a guardian has no letters here. */
function settle(wish: Wish, { children }: Families, now: Instant): TalkDoc | undefined {
  const [plan] = CLASS_PLANS
  const child = plan && children.find(({ _id }) => _id === `${plan.classId}-${wish.place}`)
  const guardian = child?.guardians[0]
  if (!plan || !child || !guardian) return undefined
  const card = composeStaffCard(plan.headTeacher, 'head_teacher', 'primary')
  const writers = {
    family: { openid: guardian.openid, card: guardian.card, role: 'guardian' as Role, side: 'family' as const },
    teacher: { openid: plan.headTeacher.openid, card, role: 'head_teacher' as Role, side: 'staff' as const },
  }
  const talkId = `demo-talk-${wish.id}`
  const letters = wish.letters.map(({ from, daysAgo, at, words }, index) => {
    const sentAt = past(now - (wish.letters.length - index) * 60_000, schoolDayBefore(now, daysAgo), at)
    return {
      ...{
        letterId: `${talkId}-${index + 1}`,
        by: writers[from],
        at: sentAt,
        arrivesAt: sentAt,
        state: 'sent' as const,
      },
      ...{ words: words as CheckedWords, files: [] as [], media: [] as [], reasons: [] as [] },
      check: { suggest: 'pass' as const, traceIds: [] },
    }
  })
  const openedAt = letters[0]?.at ?? now
  const last = letters[letters.length - 1]
  const updatedAt = last?.at ?? openedAt
  const closedAt = wish.closed && updatedAt + 30_000
  const waits = last?.by.side === 'family' && !closedAt
  const trail = letters.map(({ letterId, at, by }, index): TrailEntry => ({
    ...{ id: letterId, at, by: by.openid, role: by.role, action: index === 0 ? 'talk.open' : 'talk.send' },
  }))
  return {
    _id: talkId,
    schoolId: SCHOOL_ID,
    classId: child.classId,
    className: plan.name,
    childId: child._id,
    childName: child.name,
    about: wish.about,
    matter: wish.matter as CheckedWords,
    to: { desk: wish.to, card: wish.to === 'principal' ? composeStaffCard(PRINCIPAL, 'principal', 'primary') : card },
    openedAt,
    letters,
    events: closedAt ? [{ kind: 'closed', at: closedAt, by: card }] : [],
    state: closedAt ? 'closed' : waits ? 'waiting' : 'answered',
    desk: wish.to,
    deskSince: openedAt,
    ...(wish.to === 'principal' && { leadersFrom: openedAt }),
    ...(waits && { waitsSince: last.arrivesAt }),
    writers: [...new Set(letters.map(({ by }) => by.openid))],
    holding: [],
    updatedAt: closedAt ?? updatedAt,
    changes: letters.length,
    callDigest: talkId,
    files: [],
    ...openTrail(...trail),
  }
}
