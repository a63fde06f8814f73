// Decides what of a school's figures leaves as a workbook: counted as the page counts them, at the same moment.
import type { Handler } from '../../common/call/handlers'
import { refuse } from '../../common/call/results'
import { writeWorkbook } from '../../common/files/write-workbook'
import { figureTables } from './figure-tables'
import { handOut, nameFile } from '../school'
import { readInspection } from './read-inspection'
import { sayPrinted } from './say-printed'

export const exportFigures: Handler<'report.figures'> = async ({ schoolId, range }, session) => {
  const { now } = session
  const found = await readInspection(schoolId, { range, now })
  if (!found) return refuse('FORBIDDEN')
  const { school, period } = found.facts
  const tables = figureTables(found, [school.name, `${period.from}至${period.to}　${sayPrinted(now)}`])
  return handOut({
    ...{ session, schoolId, act: 'report.figures', detail: { range } },
    rows: tables.reduce((total, { rows }) => total + rows.length, 0),
    name: nameFile([school.name, '统计'], 'xlsx'),
    content: writeWorkbook(tables),
  })
}
