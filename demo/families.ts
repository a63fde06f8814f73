// Decides who belongs to the demo school: its classes, their families and who of them sits beside which child.
import { describeGuardian } from '@class-pact/core/family'
import type { Instant, Relation } from '@class-pact/core/contract'
import { createPact } from '@class-pact/core/pact'
import { addDays, beijingDay } from '@class-pact/core/calendar'
import type { ChildDoc, ClassDoc, PactDoc, PersonDoc, SchoolDoc, TrailEntry, Trailed } from './documents'
import { CLASS_PLANS, PRINCIPAL, SCHOOL_ID, SCHOOL_NAME, SEATS, SINCE_DAYS, WANG, type ClassPlan } from './class-plans'
import { nameChildren, nameParents } from './names'
import { placeOf, settlePeople } from './people'
import { seedRandom, shuffle, type Random } from './random'
import { CALENDAR } from './school-time'

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
    pact: { _id: `${SCHOOL_ID}:${pact.version}`, ...pact, ...openTrail() },
    classes,
    children,
    people: settlePeople(children, since),
  }
}

function note(at: Instant, by: string, role: TrailEntry['role'], action: string): TrailEntry {
  return { id: `demo-${action}-${by}`, at, by, role, action }
}

function describeClass(
  { classId, name, order, headTeacher, teachers, reviewedDaysAgo }: ClassPlan,
  members: ChildDoc[],
  since: Instant,
): ClassDoc {
  return {
    _id: classId,
    schoolId: SCHOOL_ID,
    name,
    order,
    headTeacher: { ...headTeacher, since },
    ...(reviewedDaysAgo !== undefined && { reviewedAt: since + (SINCE_DAYS - reviewedDaysAgo) * 86_400_000 }),
    teachers: teachers.map((teacher) => ({ ...teacher, since })),
    roster: members.map((child) => ({ childId: child._id, no: child.no, name: child.name })),
    rosterVersion: 1,
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
