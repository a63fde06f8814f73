// Decides what four groups said of a head teacher: pupils, families, colleagues and the school, counted (D08, D09).
import { REGISTERS, fourWayRows, type Opinions, type Part, type Register } from '@class-pact/core/register'
import type { EntryDoc } from '../entry'
import type { Appraisee } from './appraisal-sheet'
import { entriesOf, type Appraised } from './find-appraised'

const ALL: Readonly<Record<string, Register>> = REGISTERS

/** `D08` of families, whose second part a child answers, of colleagues and of leaders. */
const FAMILY = 'appraisal-family'
const PEER = 'appraisal-peer'
const LEADERS = 'appraisal-leaders'

export async function fourWay(appraised: Appraised): Promise<Appraisee[]> {
  const { classes, staff, school } = appraised
  const entries = await entriesOf(appraised, [FAMILY, PEER, LEADERS])
  const of = (id: string, isTheirs: (entry: EntryDoc) => boolean) => (entries.get(id) ?? []).filter(isTheirs)
  const teachers = new Set(
    classes.flatMap(({ headTeacher, teachers: own }) => [headTeacher, ...own].map((each) => each?.openid)),
  )
  teachers.delete(undefined)
  const leaders = new Set([...school.principals, ...(school.office ?? [])].map(({ openid }) => openid)).size
  return classes.flatMap(({ _id, name, headTeacher, roster }) => {
    if (!headTeacher) return []
    const { openid } = headTeacher
    const families = of(FAMILY, ({ classId }) => classId === _id)
    const isAbout = ({ subject }: EntryDoc) => subject.id === openid
    const card = staff.find((each) => each.openid === openid)?.card ?? headTeacher.name
    const rows = fourWayRows({
      pupils: opinionsIn(families, partOf(FAMILY, 'pupil'), roster.length),
      families: opinionsIn(families, partOf(FAMILY, 'fill'), roster.length),
      peers: opinionsIn(of(PEER, isAbout), partOf(PEER, 'fill'), teachers.size - Number(teachers.has(openid))),
      leaders: opinionsIn(of(LEADERS, isAbout), partOf(LEADERS, 'fill'), leaders),
    })
    return [{ names: [card, name], rows }]
  })
}

const partOf = (register: string, id: string): Part | undefined => ALL[register]?.parts.find((part) => part.id === id)

/** All questions of a part together, each choice by its place: the best stands first. */
function opinionsIn(entries: readonly EntryDoc[], part: Part | undefined, asked: number): Opinions {
  const fields = (part?.fields ?? []).flatMap((field) => (field.type === 'single' ? [field] : []))
  const most = Math.max(0, ...fields.map(({ choices }) => choices.length))
  const said = entries.flatMap(({ parts }) => parts[part?.id ?? '']?.at(-1)?.answers ?? [])
  const counts = Array.from({ length: most }, (_, place) =>
    fields.reduce(
      (sum, { id, choices }) =>
        sum +
        said.filter(({ question, choices: [taken] = [] }) => question === id && taken === choices[place]?.id).length,
      0,
    ),
  )
  return { asked, answered: entries.filter(({ parts }) => parts[part?.id ?? '']?.length).length, counts }
}
