// Decides the points of every class in a term, item by item, and its place among them: for leaders only (Q17, X08).
import { CLASS_POINT_ITEMS, classPointsOf, ranksOf, scoreOf, type ItemPoints } from '@class-pact/core/register'
import { lookUpGone, retentionIn, type GoneRow } from '../attendance'
import { filled, plainAnswers, type EntryDoc } from '../entry'
import type { KeptRegister } from '../register'
import { schools } from '../school'
import { attendanceIn, lookUpAttendance, type AttendanceRow } from '../statistics'
import type { Appraisee } from './appraisal-sheet'
import { entriesOf, lastDayOf, valuesIn, type Appraised, type AppraisedClass } from './find-appraised'
import { monthsOf } from '../report'

type Facts = GoneRow & AttendanceRow

export async function classPoints(appraised: Appraised): Promise<Appraisee[]> {
  const { school, classes, term, kept } = appraised
  const items = kept.filter(({ id }) => CLASS_POINT_ITEMS.some(({ register }) => register === id))
  const [entries, [facts = {}]] = await Promise.all([
    entriesOf(
      appraised,
      items.map(({ id }) => id),
    ),
    schools.aggregate<Facts>([
      { $match: { _id: school._id } },
      { $project: { _id: 1 } },
      ...lookUpGone(school._id, { from: term.from, to: lastDayOf(appraised) }),
      lookUpAttendance(school._id, monthsOf(term)),
      { $limit: 1 },
    ]),
  ])
  const sheets = classes.map((each) => {
    const points = items.map((item) => {
      const own = (entries.get(item.id) ?? []).filter(({ classId }) => classId === each._id)
      return [item.id, pointsOf(appraised, { item, own, each, facts })] as const
    })
    return { each, ...classPointsOf(Object.fromEntries(points), attendanceIn(facts, each._id)) }
  })
  const ranks = ranksOf(Object.fromEntries(sheets.map(({ each, total }) => [each._id, total])))
  return sheets.map(({ each, rows }) => {
    const place = { label: '名次', value: ranks[each._id] ?? 0, restsOn: '按总分，同分同名次；只供学校评比时看' }
    return { names: [each.name, each.headTeacher?.name ?? ''], rows: [...rows, place] }
  })
}

interface Item {
  item: KeptRegister
  own: readonly EntryDoc[]
  each: AppraisedClass
  facts: Facts
}

function pointsOf(appraised: Appraised, { item, own, each, facts }: Item): ItemPoints {
  const { points } = item.register
  if (!points) return { entries: own.length }
  const entries = own.map((entry) => ({ slot: entry.slot, answers: plainAnswers(filled(entry)) }))
  const at = { classId: each._id, there: each.roster.length, since: appraised.term.from }
  const scored = { entries, ...(points.kind === 'retention' && { retention: retentionIn(facts, at) }) }
  const score = scoreOf(points, scored, valuesIn(appraised, item))
  return { ...(score !== undefined && { points: score }), entries: own.length }
}
