// Decides what the people of the demo school know of themselves: their identities and how often they can be reminded.
import { describeGuardian, describeLeader, describeTeacher, PRIVACY_VERSION } from '@class-pact/core/family'
import type { Identity, Instant } from '@class-pact/core/contract'
import type { ChildDoc, PersonDoc } from '../../cloudfunctions/common/store/documents'
import { CLASS_PLANS, PRINCIPAL, SCHOOL_ID, SCHOOL_NAME, WITHOUT_CREDIT, type ClassPlan } from './class-plans'
import { seedRandom, shuffle } from './random'

export function placeOf({ classId, name }: ClassPlan) {
  return { schoolId: SCHOOL_ID, schoolName: SCHOOL_NAME, schoolKind: 'primary' as const, classId, className: name }
}

/** Everybody's own view, as the doors would have written it. */
export function settlePeople(children: readonly ChildDoc[], since: Instant): PersonDoc[] {
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
  const random = seedRandom(1)
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
