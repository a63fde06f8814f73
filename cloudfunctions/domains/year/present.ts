// Decides how a promotion reads: the plan until it has run, then what became of it.
import type { Instant, Year, YearAnswers, YearPlan, YearRun } from '@class-pact/core/contract'
import { composeStaffCard } from '@class-pact/core/family'
import { isYearSeason } from '@class-pact/core/year'
import { findFirstNotice } from './carry-on'
import type { YearDoc } from './documents'
import { planOf, type YearFacts } from './read-facts'

export async function presentYear(facts: YearFacts, answers: YearAnswers, now: Instant): Promise<Year> {
  const { schoolId, year, run } = facts
  const isOpen = !run || run.state === 'undone'
  return {
    ...{ schoolId, year, inSeason: isYearSeason(now) },
    ...(isOpen && { plan: presentPlan(facts, answers) }),
    ...(run && { run: await presentRun(run, facts, now) }),
  }
}

function presentPlan(facts: YearFacts, answers: YearAnswers): YearPlan {
  const { plan, digest } = planOf(facts, answers)
  const byId = new Map(facts.classes.map((each) => [each._id, each]))
  return {
    digest,
    tops: plan.choices.map(({ grade, word }) => ({ grade, word })),
    top: plan.chosen,
    classes: plan.classes.map(({ classId, standing, to, newHead }) => {
      const { children = 0, headTeacher } = byId.get(classId) ?? {}
      return {
        ...{ classId, name: standing.name, children, to },
        ...(headTeacher && { headTeacher: composeStaffCard(headTeacher, 'head_teacher', facts.kind) }),
        ...(newHead && { newHead }),
      }
    }),
  }
}

async function presentRun(run: YearDoc, { classes }: YearFacts, now: Instant): Promise<YearRun> {
  const { state, done, moves, startedAt, doneAt, undoneAt, newHeads } = run
  const first = state === 'done' ? await findFirstNotice(run, now + 1) : undefined
  const isBack = state === 'undoing' || state === 'undone'
  const archived = moves.filter(({ from, to }) => (isBack ? from : to).archived !== undefined).length
  const wanted = classes.filter(
    ({ _id, headTeacher }) => newHeads.includes(_id) && (headTeacher?.since ?? 0) < (doneAt ?? startedAt),
  )
  return {
    ...{ state, done, total: moves.length, startedAt, doneAt, undoneAt, archived },
    promoted: moves.length - archived,
    ...(first && { begun: { at: first.publishedAt ?? now, ...titleOf(first) } }),
    newHeads: state === 'done' ? wanted.map(({ _id: classId, name }) => ({ classId, name })) : [],
  }
}

/** A letter to one family is its author's and the family's (C24). */
export function titleOf({ audience, draft }: NonNullable<Awaited<ReturnType<typeof findFirstNotice>>>): {
  title?: string
} {
  return audience.to === 'child' ? {} : { title: draft.title }
}
