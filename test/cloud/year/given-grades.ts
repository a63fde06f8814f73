// Decides how a test gets a school with every grade, as it stands before the summer.
import type { Year, YearAnswers } from '@class-pact/core/contract'
import { parseClassName } from '@class-pact/core/roster'
import {
  CLASS,
  OTHER_CLASS,
  PRINCIPAL,
  SCHOOL,
  givenSchool,
  type GivenSchool,
  type SchoolOptions,
} from '../given-school'

/** A Saturday in August. */
export const AUGUST = '2026-08-22T10:00:00+08:00'
export const YEAR = 2026
const NAMES: Record<string, string> = {
  'class-more-0': '一（1）班',
  'class-more-1': '二（1）班',
  'class-more-2': '四（1）班',
  'class-more-3': '五（1）班',
  'class-more-4': '六（1）班',
  'class-more-5': '六（2）班',
}
export const FIRST = 'class-more-0'
export const SIXTH = 'class-more-4'
export const SIXTH_HEAD = 'o-head-4'
export const CLASS_IDS = [CLASS, OTHER_CLASS, ...Object.keys(NAMES)]

export interface ClassRow {
  _id: string
  name: string
  order: number
  headTeacher?: { openid: string; since: number }
  archived?: { year: number }
  parked?: { name: string }
  roster: { childId: string }[]
}
export interface ChildRow {
  _id: string
  classId: string
  guardians: { openid: string }[]
  cardsFrom?: number
  graduated?: number
}

export async function givenGrades(options: SchoolOptions = {}): Promise<GivenSchool> {
  const school = await givenSchool({ now: AUGUST, moreClasses: Object.keys(NAMES).length, ...options })
  if (options.dataDir === undefined) {
    const classes = (await school.stored<ClassRow>('classes')).map((each) => {
      const name = NAMES[each._id] ?? each.name
      return { ...each, name, order: parseClassName(name)?.order ?? 0 }
    })
    // By names that are free first: two classes never have one, not even in a test.
    const aside = classes.map((each) => ({ ...each, name: `${each._id} ` }))
    await school.cloud.control('data.put', { documents: { classes: aside } })
    await school.cloud.control('data.put', { documents: { classes } })
  }
  return school
}

export const preview = (school: GivenSchool, answers: YearAnswers = {}) =>
  school.get(PRINCIPAL, 'year.read', { schoolId: SCHOOL, ...answers })

/** Calls on until everything is done, as the phone does. */
export async function promote(school: GivenSchool, answers: YearAnswers = {}, openid = PRINCIPAL): Promise<Year> {
  const { year, plan } = await preview(school, answers)
  for (;;) {
    const input = { schoolId: SCHOOL, year, digest: plan?.digest ?? '', ...answers }
    const now = await school.get(openid, 'year.run', input)
    if (now.run?.state !== 'running') return now
  }
}

export async function undo(school: GivenSchool, openid = PRINCIPAL): Promise<Year> {
  for (;;) {
    const now = await school.get(openid, 'year.undo', { schoolId: SCHOOL, year: YEAR })
    if (now.run?.state !== 'undoing') return now
  }
}

/** Class id → name. */
export async function names(school: GivenSchool): Promise<Record<string, string>> {
  const rows = await school.stored<ClassRow>('classes')
  return Object.fromEntries(rows.map(({ _id, name }) => [_id, name]))
}

export const BEFORE: Record<string, string> = { [CLASS]: '三（2）班', [OTHER_CLASS]: '三（1）班', ...NAMES }
export const AFTER: Record<string, string> = {
  [CLASS]: '四（2）班',
  [OTHER_CLASS]: '四（1）班',
  'class-more-0': '二（1）班',
  'class-more-1': '三（1）班',
  'class-more-2': '五（1）班',
  'class-more-3': '六（1）班',
  'class-more-4': '2026届六（1）班',
  'class-more-5': '2026届六（2）班',
}

/** What a school is, without what only time has changed. */
export async function standing(school: GivenSchool) {
  const classes = (await school.stored<ClassRow & Record<string, unknown>>('classes')).map(
    ({ trail: _t, trailOpen: _o, audited: _a, turn: _turn, ...rest }) => rest,
  )
  const children = (await school.stored<ChildRow & Record<string, unknown>>('children')).map(
    ({ trail: _t, trailOpen: _o, audited: _a, ...rest }) => rest,
  )
  return { classes, children }
}
