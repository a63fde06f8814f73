// Decides who hears that the next part of an entry is theirs: one message a person, once, and not in quiet hours (W5).
import { beijingDay } from '@class-pact/core/calendar'
import { OFFICES, type Instant, type Office, type RegisterDesk } from '@class-pact/core/contract'
import { nextOpening } from '@class-pact/core/pact'
import type { Part } from '@class-pact/core/register'
import type { StepDone } from '../../common/call/duties'
import { readClock } from '../../common/clock'
import type { Duty } from '../../common/store/documents'
import { todoMessage } from '../../common/wechat/messages'
import type { ChildDoc, ClassDoc } from '../class'
import { gradeOfClass } from '@class-pact/core/family'
import { lookUpPact, toPact, type PactDoc } from '../pact'
import { people } from '../person'
import { lookUpRegisters, registerOf, type RegistersRow } from '../register'
import { pushAll } from '../reminder'
import { schools, type SchoolDoc } from '../school'
import type { EntryDoc } from './documents'
import { rulesOf, turnOf } from './rules-of'

interface Held {
  openid: string
  office: Office
  grade?: string
  until?: string
}
interface Row extends Pick<SchoolDoc, '_id' | 'calendar' | 'principals' | 'office'>, RegistersRow {
  classes: Pick<ClassDoc, 'headTeacher' | 'teachers'>[]
  children: Pick<ChildDoc, 'guardians'>[]
  holders: Held[]
  pacts: PactDoc[]
}

/** Never about whom, nor what it says. A crash in between tells the rest, and nobody twice. */
export async function tellTurn(entry: EntryDoc, duty: Duty, until: Instant): Promise<StepDone> {
  const { _id, schoolId, register, parts, state } = entry
  const row = await readPeople(entry)
  const kept = row && registerOf(row.registers?.[0], register)
  if (!row || !kept || state === 'void') return 'done'
  const rules = rulesOf(entry, kept)
  const now = readClock()
  const opening = openingOf(row, now)
  if (opening > now) return { next: { kind: duty.kind, at: opening } }
  for (const part of turnOf(rules, parts).filter(({ tells }) => tells)) {
    const message = {
      ...todoMessage({ what: `${rules.title}：${part.title}`, count: 1, at: lastAt(entry) }),
      page: `packages/register/form/form?register=${register}&schoolId=${schoolId}&entryId=${_id}`,
    }
    const whom = whomOf(part, entry, row).filter((openid) => !isDoneBy(entry, openid))
    const credited = await people.list<{ _id: string }>(
      { _id: { $in: whom }, 'credits.todo': { $gt: 0 } },
      { limit: Math.max(1, whom.length), fields: { _id: 1 } },
    )
    const recipients = credited.map(({ _id: openid }) => ({ openid, message }))
    if (!(await pushAll({ schoolId, about: `${_id}:${part.id}` }, recipients, until)))
      return { next: { kind: duty.kind, at: now } }
  }
  return 'done'
}

const lastAt = ({ parts }: EntryDoc): Instant =>
  Math.max(0, ...Object.values(parts).flatMap((done) => done.map(({ at }) => at)))

/** Whoever has just done the part before knows. */
const isDoneBy = ({ parts }: EntryDoc, openid: string) => {
  const all = Object.values(parts).flat()
  const latest = all.reduce((one, other) => (other.at >= one.at ? other : one), all[0] ?? { at: 0, by: '' })
  return latest.by === openid
}

function openingOf({ pacts: [pact], calendar }: Row, now: Instant): Instant {
  return pact ? nextOpening(now, 'head_teacher', toPact(pact), calendar, 'private') : now
}

function whomOf({ by }: Part, { className = '' }: EntryDoc, row: Row): string[] {
  const today = beijingDay(readClock())
  const at = (desk: RegisterDesk): string[] => {
    const [itsClass] = row.classes
    switch (desk) {
      case 'head_teacher':
        return itsClass?.headTeacher ? [itsClass.headTeacher.openid] : []
      case 'teacher':
        return (itsClass?.teachers ?? []).map(({ openid }) => openid)
      case 'principal':
        return row.principals.map(({ openid }) => openid)
      case 'office':
        return (row.office ?? []).map(({ openid }) => openid)
      case 'guardian':
        return row.children.flatMap(({ guardians }) => guardians.map(({ openid }) => openid))
      default:
        return row.holders
          .filter(({ office, grade }) => office === desk && (!grade || !className || gradeOfClass(className) === grade))
          .flatMap(({ openid, until }) => (until === undefined || until >= today ? [openid] : []))
    }
  }
  return [...new Set(by.flatMap(at))].filter(Boolean)
}

/** All whom a part can be about, and the hours in which they are not disturbed, in one call. */
async function readPeople({ schoolId, classId, subject }: EntryDoc): Promise<Row | undefined> {
  const isOfChild = subject.kind === 'child' || subject.kind === 'family'
  const lookUp = (from: string, as: string, match: object, fields: object) => ({
    $lookup: { from, pipeline: [{ $match: match }, { $project: fields }], as },
  })
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    lookUp('classes', 'classes', { _id: classId ?? '' }, { headTeacher: 1, teachers: 1 }),
    lookUp('children', 'children', { _id: isOfChild ? subject.id : '' }, { guardians: 1 }),
    lookUp('offices', 'holders', { schoolId, state: 'held', office: { $in: OFFICES } }, OF_AN_OFFICE),
    lookUpRegisters(schoolId),
    lookUpPact(readClock(), { schoolId }),
    {
      $project: {
        ...{ calendar: 1, principals: 1, office: 1, classes: 1, children: 1, holders: 1, registers: 1, pacts: 1 },
      },
    },
    { $limit: 1 },
  ])
  return row
}
const OF_AN_OFFICE = { openid: 1, office: 1, grade: 1, until: 1 }
