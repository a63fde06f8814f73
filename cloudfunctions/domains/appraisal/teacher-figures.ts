// Decides what counts of each teacher in a term: posts, follow-ups, contact with families by the month (G09, H06).
import { beijingDay } from '@class-pact/core/calendar'
import { amountOf, homeRows, teacherRows, valuesOf, findRegister, type AppraisalRow } from '@class-pact/core/register'
import { schools } from '../school'
import { lookUpStaffWork, readStaffWork, type StaffWork, type StaffWorkRow } from '../statistics'
import type { Appraisee } from './appraisal-sheet'
import { contactsOf } from './contacts-of-term'
import { lastDayOf, valuesIn, type Appraised } from './find-appraised'
import { monthsOf, spanOf } from '../report'

const CONTACTS = 'contacts'

/** Who teaches, with the classes they teach. */
function teachersOf({ classes, staff }: Appraised) {
  return staff.flatMap(({ openid, card }) => {
    const own = classes.filter(({ headTeacher, teachers }) =>
      [headTeacher, ...teachers].some((each) => each?.openid === openid),
    )
    return own.length > 0 ? [{ openid, card, own }] : []
  })
}

const NOTHING = { published: 0, late: 0, urgent: 0, refused: 0, held: 0, followUps: 0, contacts: 0 }

/** Leaders' and offices' posts are none of a teacher's. The numbers are those of the page of the figures. */
export async function teacherFigures(appraised: Appraised): Promise<Appraisee[]> {
  const work = await staffWorkOf(appraised)
  return teachersOf(appraised).map(({ openid, card, own }) => {
    const { published, late, urgent, refused, held, followUps, contacts } = work.get(openid) ?? NOTHING
    const row: AppraisalRow = {
      ...{ label: '联系家长', value: contacts },
      restsOn: '台账里的联系，通知跟进、来信、点名电话、接待不用再记',
    }
    const rows = teacherRows({ notices: published, late, urgent, refused, held, followUps })
    return { names: [card, own.map(({ name }) => name).join('、')], rows: [...rows, row] }
  })
}

/** One call. */
async function staffWorkOf({ school, term }: Appraised): Promise<Map<string, StaffWork>> {
  const [row] = await schools.aggregate<StaffWorkRow>([
    { $match: { _id: school._id } },
    { $project: { _id: 1 } },
    ...lookUpStaffWork(school._id, spanOf(term)),
    { $limit: 1 },
  ])
  return readStaffWork(row)
}

export async function homeFigures(appraised: Appraised): Promise<Appraisee[]> {
  const [work, { all, written }] = await Promise.all([staffWorkOf(appraised), contactsOf(appraised)])
  const months = monthsOf({ from: appraised.term.from, to: lastDayOf(appraised) })
  const least = contactsAsked(appraised)
  return teachersOf(appraised).map(({ openid, card, own }) => {
    const contacts = all.filter(({ by }) => by === openid)
    const roster = new Set(own.flatMap((each) => each.roster.map(({ childId }) => childId)))
    const reached = new Set(contacts.flatMap(({ childId }) => (roster.has(childId) ? [childId] : [])))
    const inMonth = (month: string) => contacts.filter(({ at }) => beijingDay(at).startsWith(month)).length
    const rows = homeRows({
      ...{
        contacts: contacts.length,
        months: months.length,
        monthsMet: months.filter((month) => inMonth(month) >= least).length,
      },
      visits: contacts.filter(({ way }) => way === 'visit').length,
      ...{ children: roster.size, reached: reached.size, notices: work.get(openid)?.published ?? 0 },
      feedback: written.filter(({ by, feedback }) => by === openid && feedback).length,
    })
    const calls: AppraisalRow = {
      ...{ label: '电话', value: contacts.filter(({ way }) => way === 'phone').length },
      restsOn: '方式是电话的联系',
    }
    return { names: [card, own.map(({ name }) => name).join('、')], rows: [...rows, calls] }
  })
}

/** 每月不少于4次 (H01), or as the school has set it. */
function contactsAsked(appraised: Appraised): number {
  const kept = appraised.kept.find(({ id }) => id === CONTACTS)
  const register = findRegister(CONTACTS)
  return amountOf('times', kept ? valuesIn(appraised, kept) : register ? valuesOf(register) : {})
}
