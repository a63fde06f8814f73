// Decides the actions on reports that the phone shows: what an inspection of the term finds open.
import { reportRows } from '@class-pact/core/report/contract'
import { serve, type Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { readInspection } from './read-inspection'

const inspect: Handler<'report.inspection'> = async ({ schoolId }, { now }) => {
  const found = await readInspection(schoolId, { range: 'term', now })
  return found ? succeed(found.inspection) : refuse('FORBIDDEN')
}

export const actions = serve(reportRows, {}, { 'report.inspection': inspect })
