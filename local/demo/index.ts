// Decides the demo school: 幸福街小学 with two classes and some weeks behind it, the same for the same moment.
import type { Instant, Role, StaffRole } from '@class-pact/core/contract'
import { composeStaffCard } from '@class-pact/core/family'
import { listLeaves } from './leaves'
import { countFigures } from './figures'
import { LIU, PRINCIPAL, WANG, ZHAO } from './class-plans'
import { settleFamilies, type Families } from './families'
import { postNotice } from './notices'
import { listVerdicts, postOuting, writeWaiting } from './running'
import { LETTERS } from './texts'

export interface DemoPerson {
  openid: string
  /** As others see them: 语文王老师. */
  label: string
  role: Role
}

export interface Demo {
  /** Documents by collection, ready for `data.import`. */
  collections: Record<string, object[]>
  /** Whose phones are worth looking at, the most telling first. */
  people: DemoPerson[]
}

/** Up to when the figures are rolled up (scheduler). */
const ROLL_UP_ID = 'roll-up'

/** @param now the demo's past ends here, epoch milliseconds */
export function buildDemo(now: Instant): Demo {
  const families = settleFamilies(now)
  const posted = [...LETTERS.map((letter) => postNotice(letter, families, now)), postOuting(families, now)]
  const slips = posted.flatMap((each) => each.slips)
  const leaves = listLeaves(families, now)
  const verdicts = listVerdicts(families, now)
  return {
    collections: {
      schools: [families.school],
      pacts: [families.pact],
      classes: families.classes,
      children: families.children,
      people: families.people,
      notices: [...posted.map(({ notice }) => notice), ...writeWaiting(families, now)],
      slips,
      leaves,
      verdicts,
      statistics: [...countFigures(families, slips, leaves, verdicts, now), { _id: ROLL_UP_ID, until: now }],
    },
    people: listPeople(families),
  }
}

const CHILDREN_TO_SEE = ['张小明', '韩梅梅', '李雷']

function listPeople({ children, school }: Families): DemoPerson[] {
  const describe = (person: { openid: string; name: string; subject?: string }, role: StaffRole): DemoPerson => ({
    openid: person.openid,
    label: composeStaffCard(person, role, school.kind),
    role,
  })
  const families = CHILDREN_TO_SEE.flatMap((name) => children.find((child) => child.name === name)?.guardians ?? [])
  const [first, ...others] = families.map(({ openid, card }): DemoPerson => ({ openid, label: card, role: 'guardian' }))
  const staff = [describe(PRINCIPAL, 'principal'), describe(ZHAO, 'head_teacher'), describe(LIU, 'teacher')]
  return [describe(WANG, 'head_teacher'), ...(first ? [first] : []), ...staff, ...others]
}
