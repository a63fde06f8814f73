// Decides who hears that children fall ill together: leaders and head teacher, once, when school is open (W5).
import { nextOpening } from '@class-pact/core/pact'
import type { Instant } from '@class-pact/core/contract'
import type { StepDone } from '../../common/call/duties'
import { readClock } from '../../common/clock'
import type { Duty } from '../../common/store/documents'
import { todoMessage } from '../../common/wechat/messages'
import type { ClassDoc } from '../class'
import { lookUpPact, type PactDoc } from '../pact'
import { people } from '../person'
import { pushAll } from '../reminder'
import { schools, type SchoolDoc } from '../school'
import type { WarningDoc } from './documents'

interface Row extends Pick<SchoolDoc, '_id' | 'calendar' | 'principals' | 'office'> {
  pacts: PactDoc[]
  classes: Pick<ClassDoc, 'headTeacher'>[]
}

/**
 * Never which class, which child or with what: that stands on 今天. What is reported or closed before school opens is told to
 * nobody. A crash in between tells the rest, and nobody twice.
 */
export async function tellWarning(warning: WarningDoc, duty: Duty, until: Instant): Promise<StepDone> {
  const { _id, schoolId, classId, since, open } = warning
  if (!open) return 'done'
  const now = readClock()
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    lookUpPact(now, { schoolId }),
    {
      $lookup: {
        from: 'classes',
        pipeline: [{ $match: { _id: classId } }, { $project: { 'headTeacher.openid': 1 } }],
        as: 'classes',
      },
    },
    { $project: { calendar: 1, principals: 1, office: 1, pacts: 1, classes: 1 } },
    { $limit: 1 },
  ])
  const [pact] = row?.pacts ?? []
  if (!row || !pact) return 'done'
  const opening = nextOpening(now, 'head_teacher', pact, row.calendar)
  if (opening > now) return { next: { kind: duty.kind, at: opening } }
  const openids = whomOf(row)
  const credited = await people.list<{ _id: string }>(
    { _id: { $in: openids }, 'credits.todo': { $gt: 0 } },
    { limit: Math.max(1, openids.length), fields: { _id: 1 } },
  )
  const message = todoMessage({ what: '有班级需核实健康情况，请看', count: 1, at: since })
  const recipients = credited.map(({ _id: openid }) => ({ openid, message }))
  const isSent = await pushAll({ schoolId, about: `${_id}:new` }, recipients, until)
  return isSent ? 'done' : { next: { kind: duty.kind, at: readClock() } }
}

function whomOf({ principals, office = [], classes: [found] }: Row): string[] {
  const staff = [...principals, ...office, ...(found?.headTeacher ? [found.headTeacher] : [])]
  return [...new Set(staff.map(({ openid }) => openid))]
}
