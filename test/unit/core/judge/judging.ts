// Decides how tests ask the pact: one post, sensible surroundings, a school day at ten unless said otherwise.
import { instantOf } from '@class-pact/core/calendar'
import type { Instant, Pact } from '@class-pact/core/contract'
import { createPact } from '@class-pact/core/pact'
import { judge, type JudgeContext, type Judgement, type Post } from '@class-pact/core/judge'

export const ROSTER = ['张小明', '李思涵', '王子轩', '陈雨桐'].map((name) => ({ name }))
export const at = (day: string, clock: string): Instant => instantOf(day, clock)
const MORNING = at('2026-09-09', '10:00')

export function pactOf(preset: string, ...without: string[]): Pact {
  const pact = createPact('school', 3, preset, '2026-09-01')
  if (!pact) throw new Error(`no preset ${preset}`)
  return { ...pact, rules: Object.fromEntries(Object.entries(pact.rules).filter(([id]) => !without.includes(id))) }
}

export function judgeText(
  body: string,
  post: Partial<Post> = {},
  context: Partial<JudgeContext> = {},
  pact: Pact = pactOf('primary', 'G02'),
  now: Instant = MORNING,
): Judgement {
  const whole: Post = {
    role: 'head_teacher',
    kind: 'notice',
    title: '通知',
    noticeKind: 'notice',
    audience: 'class',
    body,
    ...post,
  }
  return judge(whole, { roster: ROSTER, calendar: { rest: [], school: [] }, commentsOpen: true, ...context }, pact, now)
}

export const comment = { role: 'guardian', kind: 'comment' } as const
export const privately = { kind: 'private', audience: 'child' } as const
