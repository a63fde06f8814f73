// Decides who hears of a booking: the head teacher when one comes or goes, a family whose time is gone (H13, W4, W5).
import type { Instant } from '@class-pact/core/contract'
import { nextOpening } from '@class-pact/core/pact'
import type { StepDone } from '../../common/call/duties'
import { readClock } from '../../common/clock'
import type { Duty } from '../../common/store/documents'
import { talkMessage, todoMessage, type Message } from '../../common/wechat/messages'
import type { ChildDoc, ClassDoc } from '../class'
import { ruleStages } from '../notice'
import type { PactDoc } from '../pact'
import { people } from '../person'
import { pushAll } from '../reminder'
import { schools, type SchoolDoc } from '../school'
import type { ReceptionDoc, Telling } from './documents'
import { receptions } from './store'

interface Row extends SchoolDoc {
  pacts: PactDoc[]
  classes: Pick<ClassDoc, 'headTeacher'>[]
  children: Pick<ChildDoc, '_id' | 'guardians'>[]
}

const SAID: Record<Telling['what'], string> = {
  booked: '家长预约了接待，请看',
  freed: '有接待预约取消了，请看',
  closed: '家长接待取消了，请看',
}

/** In opening hours; each once, and a crash in between tells the rest. */
export async function tellBooking(reception: ReceptionDoc, duty: Duty, until: Instant): Promise<StepDone> {
  const { _id, schoolId, classId, toTell } = reception
  const now = readClock()
  const childIds = toTell.flatMap(({ to }) => ('childId' in to ? [to.childId] : []))
  const [row] = await schools.aggregate<Row>([
    ...ruleStages(schoolId, now),
    {
      $lookup: {
        from: 'classes',
        pipeline: [{ $match: { _id: classId } }, { $project: { headTeacher: 1 } }],
        as: 'classes',
      },
    },
    {
      $lookup: {
        from: 'children',
        pipeline: [{ $match: { _id: { $in: childIds } } }, { $project: { 'guardians.openid': 1 } }],
        as: 'children',
      },
    },
  ])
  const [pact] = row?.pacts ?? []
  if (!row || !pact) return 'done'
  const opening = nextOpening(now, 'head_teacher', pact, row.calendar, 'private')
  if (opening > now) return { next: { kind: duty.kind, at: opening } }
  for (const telling of toTell) {
    if (!(await tell(reception, telling, row, until))) return { next: { kind: duty.kind, at: readClock() } }
    await receptions.update({ _id }, { $pull: { toTell: { id: telling.id } } })
  }
  return 'done'
}

async function tell(
  { _id, schoolId, classId, host }: ReceptionDoc,
  { id, to, what, at }: Telling,
  { classes, children }: Row,
  until: Instant,
): Promise<boolean> {
  const isHost = 'host' in to
  const head = classes[0]?.headTeacher?.openid
  const family = isHost ? [] : (children.find((child) => child._id === to.childId)?.guardians ?? [])
  const openids = isHost ? (head ? [head] : []) : family.map(({ openid }) => openid)
  const template = isHost ? 'todo' : 'talk_reply'
  if (openids.length === 0) return true
  const credited = await people.list<{ _id: string }>(
    { _id: { $in: openids }, [`credits.${template}`]: { $gt: 0 } },
    { limit: openids.length, fields: { _id: 1 } },
  )
  const said = isHost ? todoMessage({ what: SAID[what], count: 1, at }) : talkMessage({ talkId: '', by: host, at })
  const message: Message = { ...said, page: `packages/talk/reception/reception?classId=${classId}` }
  return pushAll(
    { schoolId, about: `${_id}:${id}` },
    credited.map(({ _id: openid }) => ({ openid, message })),
    until,
  )
}
