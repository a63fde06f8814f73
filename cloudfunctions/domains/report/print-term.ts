// Decides what of a term stands on paper: a school's classes or a class's notices as bars, and what is open (G13).
import { beijingDay } from '@class-pact/core/calendar'
import type { OpenItem } from '@class-pact/core/contract'
import { wantsReply } from '@class-pact/core/notice'
import { classFigures, schoolFigures, type ClassFacts } from '@class-pact/core/statistics'
import type { Handler } from '../../common/call/handlers'
import { refuse } from '../../common/call/results'
import { isLeader } from '../../common/call/scope'
import { writePdf } from '../../common/files/write-pdf'
import { drawTerm, type Bar, type Question, type TermFigures } from './draw-term'
import { handOut, nameFile } from './hand-out'
import { readInspection, type FoundInspection } from './read-inspection'

/** Notices of a class on one report: the latest; more are in the workbook. */
const NOTICES_SHOWN = 30
/** As the page's chart (screens.md 4, Ch2). */
const COLUMNS = ['1小时内', '3小时内', '6小时内', '12小时内', '24小时内', '48小时内', '更晚'] as const

export const printTerm: Handler<'report.term'> = async ({ schoolId, classId }, session) => {
  const { now, identity } = session
  // A head teacher prints a class, never the school.
  if (!classId && !isLeader(identity)) return refuse('FORBIDDEN')
  const found = await readInspection(schoolId, { ...(classId && { classId }), range: 'term', now })
  const [first] = found?.classes ?? []
  if (!found || !first) return refuse('FORBIDDEN')
  const { facts, classes, inspection } = found
  const { school, days } = facts
  const today = beijingDay(now)
  const place = classId ? first.className : '全校'
  const figures = classId ? classFigures(first, today) : schoolFigures(classes, today)
  const questions = [reachOf(found, classId), speedOf(figures)]
  const open = listOpen(found, classId)
  const title = `${place}学期报告`
  return handOut({
    ...{ session, schoolId, act: 'report.term', detail: classId ? { classId } : {}, rows: open.length },
    name: nameFile([school.name, title], 'pdf'),
    content: writePdf(
      drawTerm({ school: school.name, place, term: inspection.term ?? days, now }, figures, questions, open),
      title,
    ),
  })
}

function reachOf({ classes }: FoundInspection, classId: string | undefined): Question {
  if (classId) return { title: '通知都到家了吗？', bars: classes.flatMap(barsOfNotices) }
  return { title: '哪些班还有孩子没通知到？', bars: classes.flatMap(barOfClass) }
}

function barOfClass(facts: ClassFacts): Bar[] {
  const { className, reachedRate, signed, followed, entries } = classFigures(facts, '')
  if (reachedRate === undefined) return []
  return [{ label: className, share: reachedRate, value: `${String(signed + followed)}/${String(entries)}` }]
}

const barsOfNotices = ({ slips }: ClassFacts): Bar[] =>
  slips
    .filter(({ state, replyMode, counts }) => state !== 'withdrawn' && wantsReply(replyMode) && counts.total > 0)
    .slice(-NOTICES_SHOWN)
    .map(({ title, counts: { total, signed, followed } }) => ({
      ...{ label: title, share: (signed + followed) / total, value: `${String(signed + followed)}/${String(total)}` },
    }))

function speedOf({ histogram }: TermFigures): Question {
  const all = histogram.reduce((sum, count) => sum + count, 0)
  const title = '通知多久能到家？'
  if (all === 0) return { title, bars: [] }
  return {
    title,
    bars: COLUMNS.map((label, at) => {
      const count = histogram[at] ?? 0
      return { label, share: count / all, value: `${String(count)}人次` }
    }),
  }
}

function listOpen({ inspection }: FoundInspection, classId: string | undefined): (OpenItem & { place?: string })[] {
  if (classId) return inspection.classes.flatMap(({ items }) => items)
  return [
    ...inspection.classes.flatMap(({ className, items }) => items.map((item) => ({ ...item, place: className }))),
    ...inspection.school.map((item) => ({ ...item, place: '学校' })),
  ]
}
