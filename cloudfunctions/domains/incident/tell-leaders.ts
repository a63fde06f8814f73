// Decides who hears of an incident at once, at any hour: the leaders, the head teacher, who stands in (L06, W5).
import { beijingDay } from '@class-pact/core/calendar'
import type { Instant } from '@class-pact/core/contract'
import type { StepDone } from '../../common/call/duties'
import { readClock } from '../../common/clock'
import type { Duty } from '../../common/store/documents'
import { todoMessage } from '../../common/wechat/messages'
import type { ClassDoc } from '../class'
import { people } from '../person'
import { pushAll } from '../reminder'
import { schools, type SchoolDoc } from '../school'
import type { IncidentDoc } from './documents'

interface Row extends Pick<SchoolDoc, '_id' | 'principals' | 'office'> {
  classes: Pick<ClassDoc, 'headTeacher' | 'standIn'>[]
}

/** Never the child's name, nor what happened; who has noted it knows. A crash in between tells the rest, and nobody twice. */
export async function tellLeaders(incident: IncidentDoc, duty: Duty, until: Instant): Promise<StepDone> {
  const { _id, schoolId, classId, openedAt, noters } = incident
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    {
      $lookup: {
        from: 'classes',
        pipeline: [{ $match: { _id: classId } }, { $project: { headTeacher: 1, standIn: 1 } }],
        as: 'classes',
      },
    },
    { $project: { principals: 1, office: 1, classes: 1 } },
    { $limit: 1 },
  ])
  if (!row) return 'done'
  const openids = whomOf(row).filter((openid) => !noters.includes(openid))
  const credited = await people.list<{ _id: string }>(
    { _id: { $in: openids }, 'credits.todo': { $gt: 0 } },
    { limit: Math.max(1, openids.length), fields: { _id: 1 } },
  )
  const message = {
    ...todoMessage({ what: '突发情况，请看', count: 1, at: openedAt }),
    page: `packages/roll/incident/incident?incidentId=${_id}`,
  }
  const recipients = credited.map(({ _id: openid }) => ({ openid, message }))
  const isSent = await pushAll({ schoolId, about: `${_id}:new` }, recipients, until)
  return isSent ? 'done' : { next: { kind: duty.kind, at: readClock() } }
}

function whomOf({ principals, office = [], classes: [found] }: Row): string[] {
  const today = beijingDay(readClock())
  const { headTeacher, standIn } = found ?? {}
  const stands = standIn && standIn.from <= today && standIn.to >= today
  const leaders = [...principals, ...office].map(({ openid }) => openid)
  return [...new Set([...leaders, ...[headTeacher?.openid, stands && standIn.openid].flatMap((each) => each || [])])]
}
