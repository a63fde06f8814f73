// Decides the demo school: 幸福街小学 with two classes and some weeks behind it, the same for the same moment.
import type { Instant, Role, StaffRole } from '@class-pact/core/contract'
import { composeOfficeCard, composeStaffCard } from '@class-pact/core/family'
import { postAlbums, type DemoFile, type NameFile } from './albums'
import { HE, LIU, PRINCIPAL, SINCE_DAYS, SUN, WANG, ZHAO } from './class-plans'
import { listEntries } from './entries'
import { settleFamilies, type Families } from './families'
import { keepInk } from './ink'
import { listLeaves } from './leaves'
import { postNotice } from './notices'
import { listOffices } from './offices'
import { listReceptions } from './receptions'
import { keepRegisters } from './registers'
import { listRolls } from './rolls'
import { listTalks } from './talks'
import { listVerdicts, postOuting, writeWaiting } from './running'
import { LETTERS } from './texts'

/** Somebody whose phone can be put on the desk. */
export interface DemoPerson {
  openid: string
  /** As others see them: 语文王老师. */
  label: string
  role: Role
  /** How the desk names their part. */
  part: string
}

export interface Demo {
  /** Documents by collection. */
  collections: Record<string, object[]>
  /** What the documents name, by its path in the cloud. */
  files: DemoFile[]
  /** Whose phones are worth looking at, the most telling first. */
  people: DemoPerson[]
}

const PARTS: Record<Role, string> = {
  head_teacher: '班主任',
  guardian: '家长',
  principal: '校长',
  teacher: '任课教师',
  office: '教导处',
  supervisor: '监督员',
  officer: '职务',
  stand_in: '代理班主任',
  bureau: '教育局',
}
/** Whose phones come up first. */
export const FIRST_PHONES: readonly Role[] = ['head_teacher', 'guardian', 'principal']
/** Three people who belong to no school yet. */
export const STRANGERS: readonly DemoPerson[] = FIRST_PHONES.map((role) => ({
  ...{ openid: `o-${role}`, label: PARTS[role], role, part: PARTS[role] },
}))

/** Up to when the scheduler has counted: what it has found in an empty cloud before is forgotten. */
const NOT_COUNTED = { _id: 'roll-up', until: 0 }

/**
 * @param now the demo's past ends here, epoch milliseconds
 * @param nameFile how the cloud that it is for names the file of a path
 */
export function buildDemo(now: Instant, nameFile: NameFile = (path) => `cloud://demo/${path}`): Demo {
  const families = settleFamilies(now)
  const posted = [...LETTERS.map((letter) => postNotice(letter, families, now)), postOuting(families, now)]
  const leaves = listLeaves(families, now)
  const { albums, files } = postAlbums(families, now, nameFile)
  const entries = listEntries(families, now, keepInk(files, nameFile))
  return {
    collections: {
      schools: [families.school],
      pacts: [families.pact],
      classes: families.classes,
      children: families.children,
      people: families.people,
      notices: [...posted.map(({ notice }) => notice), ...writeWaiting(families, now)],
      slips: posted.flatMap(({ slips }) => slips),
      leaves,
      albums,
      rolls: listRolls(families, leaves, now),
      talks: listTalks(families, now),
      offices: listOffices(now - SINCE_DAYS * 86_400_000),
      registers: [keepRegisters(now)],
      entries,
      receptions: listReceptions(families, now),
      verdicts: listVerdicts(families, now),
      statistics: [NOT_COUNTED],
    },
    files,
    people: listPeople(families),
  }
}

const CHILDREN_TO_SEE = ['张小明', '韩梅梅', '李雷']

function listPeople({ children, school }: Families): DemoPerson[] {
  const describe = (openid: string, label: string, role: Role): DemoPerson => ({
    ...{ openid, label, role, part: PARTS[role] },
  })
  const describeStaff = (person: { openid: string; name: string; subject?: string }, role: StaffRole) =>
    describe(person.openid, composeStaffCard(person, role, school.kind), role)
  const families = CHILDREN_TO_SEE.flatMap((name) => children.find((child) => child.name === name)?.guardians ?? [])
  const [first, ...others] = families.map(({ openid, card }) => describe(openid, card, 'guardian'))
  return [
    describeStaff(WANG, 'head_teacher'),
    ...(first ? [first] : []),
    ...[describeStaff(PRINCIPAL, 'principal'), describeStaff(ZHAO, 'head_teacher'), describeStaff(LIU, 'teacher')],
    ...others,
    describe(SUN.openid, composeOfficeCard(SUN, 'discipline'), 'officer'),
    describe(HE.openid, composeOfficeCard(HE, 'equipment'), 'officer'),
  ]
}
