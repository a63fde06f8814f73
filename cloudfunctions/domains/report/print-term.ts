// Decides what of a term stands on paper: a school's classes or a class's notices as bars, and what is open (G13).
import type { Figures, OpenItem } from '@class-pact/core/contract'
import { figuresOf, type Reading } from '@class-pact/core/statistics'
import type { Handler } from '../../common/call/handlers'
import { refuse } from '../../common/call/results'
import { isLeader } from '../../common/call/scope'
import { writePdf } from '../../common/files/write-pdf'
import { drawTerm, type Bar, type Question } from './draw-term'
import type { FoundBook } from '../statistics'
import type { CountedSlip } from '../today'
import { handOut, nameFile } from '../school'
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
  const [first] = found?.facts.classes ?? []
  if (!found || !first) return refuse('FORBIDDEN')
  const { facts, inspection } = found
  const { school, period, classes, before } = facts
  const reading: Reading = { now, before, seesStaff: true }
  const place = classId ? first.className : '全校'
  const figures = figuresOf(classes, reading)
  const questions = [reachOf(found, classId, reading), speedOf(figures)]
  const open = listOpen(found, classId)
  const title = `${place}学期报告`
  return handOut({
    ...{ session, schoolId, act: 'report.term', detail: classId ? { classId } : {}, rows: open.length },
    name: nameFile([school.name, title], 'pdf'),
    content: writePdf(
      drawTerm({ school: school.name, place, term: inspection.term ?? period, now }, figures, questions, open),
      title,
    ),
  })
}

function reachOf({ facts, slips }: FoundInspection, classId: string | undefined, reading: Reading): Question {
  if (classId) return { title: '通知都到家了吗？', bars: slips.slice(0, NOTICES_SHOWN).flatMap(barOfSlip) }
  return { title: '哪些班还有孩子没通知到？', bars: facts.classes.flatMap((each) => barOfClass(each, reading)) }
}

function barOfClass(book: FoundBook, reading: Reading): Bar[] {
  const { reachedRate, signed, followed, entries } = figuresOf([book], reading)
  if (reachedRate === undefined) return []
  return [{ label: book.className, share: reachedRate, value: `${String(signed + followed)}/${String(entries)}` }]
}

function barOfSlip({ title, counts: { total, signed, followed } }: CountedSlip): Bar[] {
  if (total === 0) return []
  return [{ label: title, share: (signed + followed) / total, value: `${String(signed + followed)}/${String(total)}` }]
}

function speedOf({ histogram }: Figures): Question {
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
