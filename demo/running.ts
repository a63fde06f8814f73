// Decides what waits for somebody in the demo: the outing nearly all have signed, a held post, a queued one.
import { addDays, beijingDay, instantOf } from '@class-pact/core/calendar'
import type { Instant } from '@class-pact/core/contract'
import type { NoticeDoc, VerdictDoc } from './documents'
import { SCHOOL_ID, LIU, WANG, ZHAO } from './class-plans'
import type { Families } from './families'
import { followUp, postNotice, writeNotice, type Posted } from './notices'
import { seedRandom } from './random'
import { schoolDayBefore, past } from './school-time'
import type { Letter } from './texts'

const OUTING: Letter = {
  id: 'outing',
  kind: 'outing',
  title: '秋游通知',
  body: '学校定于下周组织三年级学生到植物园秋游，早上8:00在操场集合，下午3:30返校。\n请孩子穿校服和运动鞋，自带午餐和水，不带零花钱。\n有晕车或其他身体情况的，请在签字前告诉班主任。',
  replyMode: 'sign',
  from: 'wang',
  daysAgo: 1,
  at: '16:30',
  eventIn: 8,
  place: '市植物园',
  missing: 0,
}
/** 35 signed, 3 by phone or paper, 2 missing. */
const FOLLOWED = 3
const FORGETFUL = '张小明'

/** 秋游通知, due tomorrow at 18:00: only 张小明's family and a child without a guardian are missing. */
export function postOuting(families: Families, now: Instant): Posted {
  const { notice, slips } = postNotice(OUTING, families, now)
  const deadline = instantOf(addDays(beijingDay(now), 1), '18:00')
  const random = seedRandom(35)
  const running = slips.map((slip) => {
    const entries = Object.entries(slip.entries)
    const unbound = entries.filter(([, { guardians }]) => guardians === 0)
    const called = entries.filter(([, { guardians, name }]) => guardians > 0 && name !== FORGETFUL)
    for (const [childId, entry] of entries) {
      const reopened = {
        no: entry.no,
        name: entry.name,
        guardians: entry.guardians,
        pushed: entry.pushed,
        followUps: [],
        followed: false,
      }
      if (entry.name === FORGETFUL) slip.entries[childId] = { ...reopened, readAt: past(now, beijingDay(now), '07:20') }
      if (childId === unbound[0]?.[0]) slip.entries[childId] = reopened
    }
    const late = [...unbound.slice(1), ...called].slice(0, FOLLOWED)
    for (const [childId, { no, name, guardians, pushed }] of late) {
      const entry = { no, name, guardians, pushed, followUps: [], followed: false }
      followUp(entry, notice, random, now - 3_600_000)
      slip.entries[childId] = entry
    }
    return { ...slip, deadline, updatedAt: now - 60_000 }
  })
  return { notice: { ...notice, draft: { ...notice.draft, deadline } }, slips: running }
}

/** Two that have not gone out: one waits for the principal, one for the morning. */
export function writeWaiting(families: Families, now: Instant): NoticeDoc[] {
  const held = writeNotice(
    {
      id: 'held',
      kind: 'notice',
      title: '午休纪律要求',
      body: '近期午休时有同学大声说话。从明天起，不遵守纪律的同学将在走廊罚站十分钟，请家长配合教育。',
      replyMode: 'read',
      from: 'zhao',
      daysAgo: 0,
      at: '09:40',
    },
    families,
    now - 2 * 3_600_000,
  )
  const queued = writeNotice(
    {
      id: 'queued',
      kind: 'notice',
      title: '明天带水彩笔',
      body: '明天美术课画秋天，请孩子带水彩笔和一张八开画纸。',
      replyMode: 'read',
      from: 'wang',
      daysAgo: 0,
      at: '20:30',
    },
    families,
    now - 10 * 60_000,
  )
  const releaseAt = instantOf(addDays(beijingDay(now), 1), '07:00')
  const cite = { pactVersion: families.pact.version }
  return [
    {
      ...held,
      state: 'held',
      heldAt: held.createdAt,
      check: { suggest: 'review', label: 20012, traceIds: [] },
      reasons: [
        {
          rule: 'C38',
          verdict: 'hold',
          cite: { rule: 'C38', ...cite },
          spans: [{ field: 'body', start: held.draft.body.indexOf('罚站'), end: held.draft.body.indexOf('罚站') + 2 }],
          wayOut: ['edit'],
        },
      ],
    },
    {
      ...queued,
      state: 'queued',
      releaseAt,
      duty: { kind: 'release', at: releaseAt, lease: 0, tries: 0 },
      reasons: [
        {
          rule: 'T01',
          verdict: 'queue',
          cite: { rule: 'T01', ...cite },
          spans: [],
          wayOut: ['urgent'],
          until: releaseAt,
        },
      ],
    },
  ]
}

/** What was refused or held during the last weeks; never the text (X03). */
export function listVerdicts(families: Families, now: Instant): VerdictDoc[] {
  const [three, five] = families.classes.map(({ _id }) => _id)
  const verdict = (place: number, rules: string[], daysAgo: number, more: Partial<VerdictDoc>): VerdictDoc => ({
    _id: `demo-verdict-${place}`,
    schoolId: SCHOOL_ID,
    classIds: three ? [three] : [],
    authorOpenid: WANG.openid,
    role: 'head_teacher',
    rules,
    verdict: 'refuse',
    labels: [],
    digest: `demo-digest-${place}`,
    at: past(now, schoolDayBefore(now, daysAgo), '11:20'),
    ...more,
  })
  const inFive = { classIds: five ? [five] : [], authorOpenid: ZHAO.openid }
  return [
    verdict(1, ['C18'], 18, {}),
    verdict(2, ['C20'], 13, inFive),
    verdict(3, ['C22'], 9, { authorOpenid: LIU.openid, role: 'teacher' }),
    verdict(4, ['C18'], 3, inFive),
    verdict(5, ['C38'], 0, { ...inFive, verdict: 'hold', labels: [20012], at: now - 2 * 3_600_000 }),
  ]
}
