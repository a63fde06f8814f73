// Decides which of the five appraisal sheets of a term is written, for leaders: each figure with what it rests on.
import type { AppraisalKind } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { refuse } from '../../common/call/results'
import { allowances } from './allowance'
import { appraisalTables, type Appraisee } from './appraisal-sheet'
import { classPoints } from './class-points'
import { findAppraised, type Appraised } from './find-appraised'
import { fourWay } from './four-way'
import { sayPrinted } from '../report'
import { handOut, nameFile } from '../school'
import { homeFigures, teacherFigures } from './teacher-figures'
import { writeWorkbook } from '../../common/files/write-workbook'

interface Kind {
  title: string
  who: readonly [string, string]
  count: (appraised: Appraised) => Promise<Appraisee[]>
}

const OF_TEACHERS = ['老师', '班级'] as const
/** D08, D11, G09, H06, Q17 */
const KINDS: Record<AppraisalKind, Kind> = {
  head_teacher: { title: '班主任考核表', who: OF_TEACHERS, count: fourWay },
  allowance: { title: '班主任津贴表', who: OF_TEACHERS, count: allowances },
  teacher: { title: '教师平台使用考核表', who: OF_TEACHERS, count: teacherFigures },
  home: { title: '家校联系考核表', who: OF_TEACHERS, count: homeFigures },
  class_points: { title: '班级量化考核表', who: ['班级', '班主任'], count: classPoints },
}

export const exportAppraisal: Handler<'appraisal.export'> = async ({ schoolId, kind, on }, session) => {
  const { now } = session
  const appraised = await findAppraised(schoolId, on, now)
  if (!appraised) return refuse('REGISTER_SLOT')
  const { school, term } = appraised
  const { title, who, count } = KINDS[kind]
  const all = await count(appraised)
  const heading = [school.name, title, `${term.from}至${term.to}　${sayPrinted(now)}`]
  const tables = appraisalTables(
    heading,
    who.map((each) => ({ title: each })),
    all,
  )
  return handOut({
    ...{ session, schoolId, act: 'appraisal.export', rows: all.length },
    detail: { kind },
    name: nameFile([title, term.from], 'xlsx'),
    content: writeWorkbook(tables),
  })
}
