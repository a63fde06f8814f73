// Decides where children fall ill together: one class, one symptom, within a day or within three (screens.md 4).
import { addDays } from '../calendar'
import type { KeptLine } from '../roll'
import type { Day, Half, Instant, LeaveKind } from '../wire'
import type { OutbreakSymptom } from './contract'

/**
 * 同一班级1天内有3例或者连续3天内有多个学生（5例以上）患病，并有相似症状或者有共同用餐、饮水史时，学校疫情报告人应当在24小时内报出相关信息
 * (学校和托幼机构传染病疫情报告工作规范（试行），卫办疾控发〔2006〕65号).
 */
const IN_A_DAY = 3
const IN_THREE_DAYS = 5
const LOOK_BACK_DAYS = 2
export const REPORT_WITHIN_MS = 24 * 3_600_000
/** What falls ill within this many days of a warning belongs to it: a weekend lies between. */
export const SAME_OUTBREAK_DAYS = 3

/** 其他病假 and 事假, 外伤 and 其他 name no symptom. */
export const OUTBREAK_SYMPTOMS = ['fever', 'cough', 'stomach', 'rash'] as const satisfies readonly OutbreakSymptom[]
const isOne = (symptom: string): symptom is OutbreakSymptom =>
  (OUTBREAK_SYMPTOMS as readonly string[]).includes(symptom)

/** A child that had a symptom on a day: by leave, or as somebody saw at the check. */
export interface Sighting {
  childId: string
  no: string
  name: string
  day: Day
  at: Instant
  symptom: OutbreakSymptom
}

export interface Outbreak {
  symptom: OutbreakSymptom
  /** Since when there are so many. */
  since: Instant
  /** Each child once: today, and over the three days up to today. */
  today: number
  children: number
  /** Each child once, in the order in which they were seen. */
  cases: Sighting[]
}

/** The first day of which something still counts. */
export const firstDayFor = (day: Day): Day => addDays(day, -LOOK_BACK_DAYS)

/** What a leave says of a child's days. */
export function sightLeave(
  { childId, no, childName, kind }: { childId: string; no: string; childName: string; kind: LeaveKind },
  days: readonly Day[],
  at: (day: Day) => Instant,
): Sighting[] {
  if (!isOne(kind)) return []
  return days.map((day) => ({ childId, no, name: childName, day, at: at(day), symptom: kind }))
}

/** What was seen at a check; leave is a leave's to say. */
export function sightRoll({
  day,
  takenAt,
  lines,
}: {
  day: Day
  half: Half
  takenAt: Instant
  lines: Readonly<Record<string, KeptLine>>
}): Sighting[] {
  return Object.entries(lines).flatMap(([childId, { no, name, symptoms = [], at = takenAt }]) =>
    symptoms.filter(isOne).map((symptom) => ({ childId, no, name, day, at, symptom })),
  )
}

/** Symptoms that gather in one class on a day; each child counts once, however often it was seen. */
export function findOutbreaks(sightings: readonly Sighting[], today: Day): Outbreak[] {
  const first = firstDayFor(today)
  return OUTBREAK_SYMPTOMS.flatMap((symptom): Outbreak[] => {
    const own = sightings
      .filter((each) => each.symptom === symptom && each.day >= first && each.day <= today)
      .sort((a, b) => a.at - b.at)
    const cases = eachChildOnce(own)
    const ofToday = eachChildOnce(own.filter(({ day }) => day === today))
    const reached = [ofToday[IN_A_DAY - 1]?.at, cases[IN_THREE_DAYS - 1]?.at].filter((at) => at !== undefined)
    if (reached.length === 0) return []
    return [{ symptom, since: Math.min(...reached), today: ofToday.length, children: cases.length, cases }]
  })
}

const eachChildOnce = (sightings: readonly Sighting[]): Sighting[] =>
  [...new Map([...sightings].reverse().map((each) => [each.childId, each])).values()].reverse()
