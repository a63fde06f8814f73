// Decides the sheets of points: a class’s total and its place, for leaders only, and a teacher’s equipment score.
import { rounded, type AppraisalRow } from './appraisal'
import { REGISTERS, findRegister } from './catalogue'
import { fullMarks, totalPoints } from './points'
import { valuesOf } from './settings'

/** What one register gave, as it was scored, and how many entries it rests on. */
export interface ItemPoints {
  points?: number
  entries: number
}
export type PointsByRegister = Readonly<Record<string, ItemPoints | undefined>>

/** The parts of a class's assessment by their article (S0-4 三), then what S4 adds. */
const PARTS = [
  { label: '常规管理', article: '4 三(一)' },
  { label: '综合表现', article: '4 三(二)' },
  { label: '班级安全', article: '4 三(三)' },
  { label: '学生巩固率', article: '4 三(四)' },
] as const
const EQUIPMENT_PART = '班班通'
/** Q19: its result counts for the class; other registers with points of section E count for teachers. */
const EQUIPMENT_ITEM = 'equipment-check'

const partOf = (article = '') => PARTS.find((part) => article.startsWith(part.article))?.label ?? EQUIPMENT_PART

/** Registers whose points are a class's, in the order of the paper. */
export const CLASS_POINT_ITEMS: readonly { register: string; part: string }[] = Object.entries(REGISTERS).flatMap(
  ([register, { area, points, sources }]) =>
    points && (area === 'points' || register === EQUIPMENT_ITEM)
      ? [{ register, part: partOf(sources.find(({ seed }) => seed === 'S0')?.article) }]
      : [],
)

const isRetention = (register: string) => findRegister(register)?.points?.kind === 'retention'
function fullMarksOf(register: string): number | undefined {
  const found = findRegister(register)
  return found?.points && fullMarks(found.points, valuesOf(found))
}

const sumOf = (items: readonly (ItemPoints | undefined)[]) =>
  rounded(items.reduce((sum, item) => sum + (item?.points ?? 0), 0))

/** What the rolls say of a class; the paper gives it no points (S0-4 三(二)1). */
export interface AttendanceFigures {
  late: number
  early: number
  truant: number
}

/** Every item that the school keeps, the sum of each part, and the total, which is never below nought. */
export function classPointsOf(points: PointsByRegister, attendance?: AttendanceFigures) {
  const kept = CLASS_POINT_ITEMS.filter(({ register }) => points[register] !== undefined)
  const rows = [...new Set(kept.map(({ part }) => part))].flatMap((part) => {
    const items = kept.filter((item) => item.part === part).map(({ register }) => register)
    const full = items.map(fullMarksOf)
    const most = full.reduce<number>((sum, each) => sum + (each ?? 0), 0)
    return [
      ...items.map((register, at): AppraisalRow => {
        const item = points[register]
        return {
          label: findRegister(register)?.title ?? register,
          ...(item?.points !== undefined && { value: rounded(item.points) }),
          ...(full[at] !== undefined && { of: full[at] }),
          restsOn: isRetention(register) ? '期初期末人数' : `${String(item?.entries ?? 0)}条记录`,
        }
      }),
      {
        label: `${part}合计`,
        value: sumOf(items.map((register) => points[register])),
        ...(full.every((each) => each !== undefined) && { of: most }),
        restsOn: `以上${String(items.length)}项`,
      },
    ]
  })
  const total = totalPoints(kept.map(({ register }) => ({ points: points[register]?.points }))).points
  const seen: AppraisalRow[] = attendance
    ? [
        {
          label: '出勤',
          value: `迟到${String(attendance.late)}、早退${String(attendance.early)}、旷课${String(attendance.truant)}`,
          restsOn: '每天点名；不计分，供评比时看',
        },
      ]
    : []
  return { rows: [...rows, ...seen, { label: '总分', value: total, restsOn: `${String(kept.length)}项` }], total }
}

/** The place of each class, equal totals sharing one: for leaders only, never of children (Q17, X08). */
export const ranksOf = (totals: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(totals).map(([id, total]) => [
      id,
      1 + Object.values(totals).filter((other) => other > total).length,
    ]),
  )

/** 总分30分, 20分, 20分, 30分 (S4 方案 (四)1–4) */
const COURSEWARE_POINTS = 30
const CARE_POINTS = 30
const USE_POINTS = 20
const KEEPING_POINTS = 20

export interface EquipmentFigures {
  points: PointsByRegister
  /** A loss for which this teacher was found responsible (E25). */
  isToBlame: boolean
}

/** A teacher's score for courseware, use, keeping and care of the equipment (E12 E08 E13 E14). */
export function equipmentScoreOf({ points, isToBlame }: EquipmentFigures) {
  const made = points.courseware
  const contest = points['courseware-contest']
  const use = points['lesson-log-points']
  const repairs = points['device-repair']
  const care = points['device-care']
  const parts = [
    {
      label: '课件制作',
      value: Math.min(COURSEWARE_POINTS, sumOf([made, contest])),
      of: COURSEWARE_POINTS,
      restsOn: `${String(made?.entries ?? 0)}个课件和文档，${String(contest?.entries ?? 0)}项评比`,
    },
    { label: '多媒体使用', value: use?.points ?? 0, of: USE_POINTS, restsOn: `${String(use?.entries ?? 0)}条使用记录` },
    {
      label: '设备保管',
      value: repairs?.points ?? KEEPING_POINTS,
      of: KEEPING_POINTS,
      restsOn: `报修${String(repairs?.entries ?? 0)}次`,
    },
    {
      label: '日常维护',
      value: isToBlame ? 0 : (care?.points ?? CARE_POINTS),
      of: CARE_POINTS,
      restsOn: isToBlame ? '设备因管理不当不能使用，责任已查明' : `${String(care?.entries ?? 0)}次检查`,
    },
  ]
  const total = rounded(parts.reduce((sum, { value }) => sum + value, 0))
  const most = parts.reduce((sum, { of }) => sum + of, 0)
  const rows: AppraisalRow[] = [...parts, { label: '总分', value: total, of: most, restsOn: '以上四项' }]
  return { rows, total }
}
