// Decides what stands on a child's contact card: this term's contacts with its family, and no other family's (H02).
import { beijingDay } from '@class-pact/core/calendar'
import { desksOf, findRegister, mayRead, type Slot } from '@class-pact/core/register'
import type { Handler } from '../../common/call/handlers'
import { refuse } from '../../common/call/results'
import { writePdf } from '../../common/files/write-pdf'
import { contactStages, readContacts, type ContactRow } from '../contact'
import type { ChildDoc, ClassDoc } from '../class'
import { COUNTS, type EntryDoc } from '../entry'
import { describeColleagues, lookUpStaff, type StaffFound } from '../office'
import { handOut, nameFile, schools, type SchoolDoc } from '../school'
import { CONTACT_REGISTERS, contactOf } from './contact-entries'
import { drawCard, type CardLine } from './draw-card'
import { readEntries } from './read-entries'
import { spanOf, termOf } from '../report'

type Child = Pick<ChildDoc, '_id' | 'name' | 'no' | 'classId' | 'classesBefore'>
interface Row
  extends Pick<SchoolDoc, '_id' | 'name' | 'kind' | 'calendar' | 'principals' | 'office'>, StaffFound, ContactRow {
  child: Child[]
  class: Pick<ClassDoc, 'name' | 'headTeacher'>[]
}

/** Of a contact that no register has, there are no words to hand on. */
const ELSEWHERE = '通知跟进、来信、电话或接待'

const KEPT = ['name', 'kind', 'calendar', 'principals', 'office', 'child', 'class']

export const printCard: Handler<'card.print'> = async ({ schoolId, classId, childId, on }, session) => {
  const { identity, now } = session
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    { $project: Object.fromEntries(KEPT.map((field) => [field, 1])) },
    find('children', 'child', { _id: childId, schoolId, classId }, { name: 1, no: 1, classId: 1, classesBefore: 1 }),
    find('classes', 'class', { _id: classId, schoolId }, { name: 1, headTeacher: 1 }),
    ...lookUpStaff(schoolId),
    { $limit: 1 },
  ])
  const [child, itsClass, term] = [row?.child[0], row?.class[0], row && termOf(on ?? beijingDay(now), row.calendar)]
  if (!row || !child || !itsClass) return refuse('FORBIDDEN')
  if (!term) return refuse('REGISTER_SLOT')

  const mayLookAt = CONTACT_REGISTERS.filter((id) => {
    const register = findRegister(id)
    return register && desksOf(identity).some((desk) => mayRead(register, desk) === 'all')
  })
  const { rows } = await readEntries({
    ...{ schoolId, 'subject.id': childId, register: { $in: mayLookAt } },
    ...{ on: { $gte: term.from, $lte: term.to }, ...COUNTS },
  })
  const staff = describeColleagues(row, row, beijingDay(now))
  const elsewhere = (await contactsElsewhere(schoolId, child, term)).map(({ at, way, by }) => ({
    ...{ at, way, by: staff.find(({ openid }) => openid === by)?.card ?? '' },
    ...{ from: ELSEWHERE, matter: '', feedback: '' },
  }))
  const lines = [...rows.flatMap(lineOfEntry), ...elsewhere].sort((one, other) => one.at - other.at)
  const about = { school: row.name, className: itsClass.name, child: child.name, no: child.no, term, now }
  const sheets = drawCard({ ...about, head: itsClass.headTeacher?.name ?? '' }, lines)
  return handOut({
    ...{ session, schoolId, act: 'card.print', rows: lines.length },
    detail: { classId, childId },
    name: nameFile([itsClass.name, child.name, '家校联系卡'], 'pdf'),
    content: writePdf(sheets, `${child.name}家校联系卡`),
  })
}

/** What was noted elsewhere: that there was a contact, and none of its words. */
async function contactsElsewhere(schoolId: string, { _id, classId, classesBefore = [] }: Child, term: Slot) {
  const [found] = await schools.aggregate<ContactRow>([
    { $match: { _id: schoolId } },
    { $project: { _id: 1 } },
    ...contactStages({ of: { classIds: [classId, ...classesBefore] }, ...spanOf(term) }),
    { $limit: 1 },
  ])
  return readContacts(found).filter(({ childId }) => childId === _id)
}

function lineOfEntry(entry: EntryDoc): CardLine[] {
  const contact = contactOf(entry)
  if (!contact) return []
  const { at, way, card, title, matter, feedback } = contact
  return [{ at, way, by: card, from: title, matter, feedback }]
}

const find = (from: string, as: string, where: object, fields: Record<string, 1>) => ({
  $lookup: { from, pipeline: [{ $match: where }, { $limit: 1 }, { $project: fields }], as },
})
