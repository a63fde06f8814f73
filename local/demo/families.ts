// Decides who belongs to the demo school: two classes, their staff, their families and who of them sits beside which child.
import { describeGuardian, describeLeader, describeTeacher, PRIVACY_VERSION } from '@class-pact/core/family'
import type { Identity, Instant, Pact, Relation } from '@class-pact/core/contract'
import { createPact } from '@class-pact/core/pact'
import { addDays, beijingDay } from '@class-pact/core/calendar'
import type {
  ChildDoc,
  ClassDoc,
  PactDoc,
  PersonDoc,
  SchoolDoc,
  TrailEntry,
  Trailed,
} from '../../cloudfunctions/common/store/documents'
import { nameChildren, nameParents } from './names'
import { seedRandom, shuffle, type Random } from './random'
import { CALENDAR } from './school-time'

export const SCHOOL_ID = 'demo-school'
const SCHOOL_NAME = '幸福街小学'
const SEATS = 2
/** The school has been using the mini program for this long, days. */
const SINCE_DAYS = 80
/** Of a class's guardians so many have no reminder left. */
const WITHOUT_CREDIT = 13

export interface Staff {
  openid: string
  name: string
  subject: string
}
export const PRINCIPAL = { openid: 'demo-principal', name: '李建华' }
export const WANG: Staff = { openid: 'demo-wang', name: '王雪梅', subject: '语文' }
export const ZHAO: Staff = { openid: 'demo-zhao', name: '赵志强', subject: '数学' }
export const LIU: Staff = { openid: 'demo-liu', name: '刘晓峰', subject: '英语' }

interface ClassPlan {
  classId: string
  name: string
  order: number
  children: number
  /** Children with nobody, and with one guardian; the others have two. */
  unbound: number
  single: number
  /** Places in the roll that are given. */
  included: Record<number, string>
  /** Places whose seats are given: how many guardians. */
  seated: Record<number, number>
  headTeacher: Staff
  teachers: Staff[]
}

/** 40 children with 74 guardians, 41 with 74. */
export const CLASS_PLANS: ClassPlan[] = [
  {
    classId: 'demo-class-3-2',
    name: '三（2）班',
    order: 302,
    children: 40,
    unbound: 2,
    single: 2,
    included: { 7: '李雷', 16: '韩梅梅', 23: '张小明' },
    seated: { 7: 1, 16: 2, 23: 2 },
    headTeacher: WANG,
    teachers: [LIU],
  },
  {
    classId: 'demo-class-5-1',
    name: '五（1）班',
    order: 501,
    children: 41,
    unbound: 1,
    single: 6,
    included: { 12: '周小雨' },
    seated: { 12: 2 },
    headTeacher: ZHAO,
    teachers: [LIU],
  },
]

export interface Families {
  school: SchoolDoc
  pact: PactDoc
  classes: ClassDoc[]
  children: ChildDoc[]
  people: PersonDoc[]
}

export function openTrail(...entries: TrailEntry[]): Trailed {
  return { trail: entries, audited: 0, trailOpen: entries.length > 0 }
}

export function settleFamilies(now: Instant): Families {
  const since = now - SINCE_DAYS * 86_400_000
  const pact = createPact(SCHOOL_ID, 1, 'primary', addDays(beijingDay(now), -SINCE_DAYS))
  if (!pact) throw new Error('the preset of primary schools is not in the catalogue')
  const school: SchoolDoc = {
    _id: SCHOOL_ID,
    name: SCHOOL_NAME,
    kind: 'primary',
    calendar: CALENDAR,
    pactVersion: pact.version,
    principals: [PRINCIPAL],
    createdAt: since,
    ...openTrail(note(since, PRINCIPAL.openid, 'principal', 'school.activate')),
  }
  const classes: ClassDoc[] = []
  const children: ChildDoc[] = []
  for (const plan of CLASS_PLANS) {
    const members = settleClass(plan, since)
    children.push(...members)
    classes.push(describeClass(plan, members, since))
  }
  return {
    school,
    pact: { _id: `${SCHOOL_ID}:${pact.version}`, ...pact },
    classes,
    children,
    people: settlePeople(children, pact, since),
  }
}

function note(at: Instant, by: string, role: TrailEntry['role'], action: string): TrailEntry {
  return { id: `demo-${action}-${by}`, at, by, role, action }
}

function describeClass(
  { classId, name, order, headTeacher, teachers }: ClassPlan,
  members: ChildDoc[],
  since: Instant,
): ClassDoc {
  return {
    _id: classId,
    schoolId: SCHOOL_ID,
    name,
    order,
    headTeacher: { ...headTeacher, since },
    teachers,
    roster: members.map((child) => ({ childId: child._id, no: child.no, name: child.name })),
    ...openTrail(
      note(since, PRINCIPAL.openid, 'principal', 'roster.import'),
      note(since, headTeacher.openid, 'head_teacher', 'join.staff'),
    ),
  }
}

function settleClass(plan: ClassPlan, since: Instant): ChildDoc[] {
  const random = seedRandom(plan.order)
  const names = nameChildren(random, plan.children, plan.included)
  const guardians = countGuardians(random, plan)
  return names.map((name, at): ChildDoc => {
    const [no, childId] = [String(at + 1), `${plan.classId}-${at + 1}`]
    const parents = nameParents(random, name)
    const phone = (parent: number) => `1380${plan.order}${String(at * 2 + parent).padStart(4, '0')}`
    const beside = (relation: Relation, guardianName: string): ChildDoc['guardians'][number] => {
      const identity = describeGuardian(placeOf(plan), { childId, childName: name }, relation, 'child_relation')
      const joined = since + Math.floor(random() * 10) * 86_400_000
      return {
        openid: openidOf(plan, at + 1, relation),
        relation,
        card: identity.card,
        name: guardianName,
        since: joined,
      }
    }
    const seated = [beside('mother', parents.mother), beside('father', parents.father)].slice(0, guardians[at])
    return {
      _id: childId,
      schoolId: SCHOOL_ID,
      classId: plan.classId,
      no,
      name,
      guardians: seated,
      seats: SEATS,
      contacts: [
        { relation: '母亲', name: parents.mother, phone: phone(0) },
        { relation: '父亲', name: parents.father, phone: phone(1) },
      ],
      ...openTrail(...seated.map(({ openid, since: joined }) => note(joined, openid, 'guardian', 'join.guardian'))),
    }
  })
}

function countGuardians(random: Random, { children, unbound, single, seated }: ClassPlan): number[] {
  const free = Array.from({ length: children }, (_, at) => at).filter((at) => seated[at + 1] === undefined)
  const drawn = shuffle(random, free)
  const given = Object.values(seated).filter((count) => count === 1).length
  const counts = Array.from({ length: children }, (_, at) => seated[at + 1] ?? SEATS)
  drawn.slice(0, unbound).forEach((at) => (counts[at] = 0))
  drawn.slice(unbound, unbound + single - given).forEach((at) => (counts[at] = 1))
  return counts
}

/** The head teacher of one class is a mother in the other: 作为周小雨妈妈. */
function openidOf({ classId, included }: ClassPlan, place: number, relation: Relation): string {
  if (included[place] === '周小雨' && relation === 'mother') return WANG.openid
  return `${classId}-${place}-${relation}`
}

function placeOf({ classId, name }: ClassPlan) {
  return { schoolId: SCHOOL_ID, schoolName: SCHOOL_NAME, schoolKind: 'primary' as const, classId, className: name }
}

/** Everybody's own view, as the doors would have written it. */
function settlePeople(children: readonly ChildDoc[], pact: Pact, since: Instant): PersonDoc[] {
  const identities = new Map<string, Identity[]>()
  const add = (openid: string, identity: Identity) =>
    identities.set(openid, [...(identities.get(openid) ?? []), identity])
  const school = { schoolId: SCHOOL_ID, schoolName: SCHOOL_NAME, schoolKind: 'primary' as const }
  add(PRINCIPAL.openid, describeLeader(school, 'principal', PRINCIPAL.name))
  for (const plan of CLASS_PLANS) {
    add(plan.headTeacher.openid, describeTeacher(placeOf(plan), 'head_teacher', plan.headTeacher))
    for (const teacher of plan.teachers) add(teacher.openid, describeTeacher(placeOf(plan), 'teacher', teacher))
    for (const child of children.filter(({ classId }) => classId === plan.classId)) {
      for (const { openid, relation } of child.guardians) {
        add(
          openid,
          describeGuardian(placeOf(plan), { childId: child._id, childName: child.name }, relation, 'child_relation'),
        )
      }
    }
  }
  const random = seedRandom(pact.version)
  const families = [...identities.keys()].filter((openid) => openid.startsWith('demo-class-'))
  const empty = new Set(
    CLASS_PLANS.flatMap(({ classId }) =>
      shuffle(
        random,
        families.filter((openid) => openid.startsWith(classId)),
      ).slice(0, WITHOUT_CREDIT),
    ),
  )
  return [...identities].map(([openid, own]): PersonDoc => ({
    _id: openid,
    consentAt: since,
    consentVersion: PRIVACY_VERSION,
    identities: own,
    credits: empty.has(openid) ? {} : { notice: 2 + Math.floor(random() * 4), leave_result: 1, todo: 2 },
    recent: [],
    updatedAt: since,
  }))
}
