// Decides a head teacher's allowance of a term: children by months by the rate, half of it for 不合格 (D11).
import {
  HEAD_GRADES,
  type allowanceOf,
  allowanceRows,
  amountOf,
  findRegister,
  valuesOf,
  type AppraisalRow,
  type HeadGrade,
} from '@class-pact/core/register'
import type { EntryDoc } from '../entry'
import type { Appraisee } from './appraisal-sheet'
import { entriesOf, valuesIn, type Appraised } from './find-appraised'
import { monthsOf } from '../report'

const GRADE = 'head-teacher-grade'
/** A term without dates of its own runs over the holidays too: five months of it are taught (S2 第二十一条1: 每学期按每生每月). */
const MONTHS_USUAL = 5

export async function allowances(appraised: Appraised): Promise<Appraisee[]> {
  const { classes, staff, kept, term, school } = appraised
  const entries = (await entriesOf(appraised, [GRADE])).get(GRADE) ?? []
  const own = kept.find(({ id }) => id === GRADE)
  const register = findRegister(GRADE)
  const values = own ? valuesIn(appraised, own) : register ? valuesOf(register) : {}
  const isEntered = (school.calendar.terms ?? []).some(({ from }) => from === term.from)
  const months = isEntered ? monthsOf(term).length : Math.min(monthsOf(term).length, MONTHS_USUAL)
  return classes.flatMap(({ name, headTeacher, roster }) => {
    if (!headTeacher) return []
    const { openid } = headTeacher
    const given = entries.filter(({ subject }) => subject.id === openid).at(-1)
    const figures = {
      ...{ children: roster.length, months, vetoes: vetoesIn(given) },
      ...{ yuanEach: amountOf('each', values), percentOfFailed: amountOf('failed', values) },
    }
    const grade = gradeIn(given)
    const card = staff.find((each) => each.openid === openid)?.card ?? headTeacher.name
    return [{ names: [card, name], rows: grade ? allowanceRows({ ...figures, grade }) : undecided(figures) }]
  })
}

/** Nobody has given a grade: what is paid is not known yet. */
function undecided(figures: Omit<Parameters<typeof allowanceOf>[0], 'grade'>): AppraisalRow[] {
  const [, basic] = allowanceRows({ ...figures, grade: 'pass' })
  return [{ label: '等级', restsOn: '本学期还没有评定' }, ...(basic ? [basic] : [])]
}

const answerIn = (entry: EntryDoc | undefined, id: string) =>
  entry?.parts['fill']?.at(-1)?.answers.find(({ question }) => question === id)

function gradeIn(entry: EntryDoc | undefined): HeadGrade | undefined {
  const [chosen] = answerIn(entry, 'grade')?.choices ?? []
  return (Object.keys(HEAD_GRADES) as HeadGrade[]).find((grade) => grade === chosen)
}

/** In the words of the paper. */
function vetoesIn(entry: EntryDoc | undefined): string[] {
  const chosen = answerIn(entry, 'veto')?.choices ?? []
  const field = findRegister(GRADE)?.parts[0].fields.find(({ id }) => id === 'veto')
  const choices = field && 'choices' in field ? field.choices : []
  return choices.flatMap(({ id, label }) => (chosen.includes(id) ? [label] : []))
}
