// Decides what is kept of the people of the demo school: their consent, and how often they can be reminded.
import { PRIVACY_VERSION } from '@class-pact/core/family'
import type { Instant } from '@class-pact/core/contract'
import type { ChildDoc, PersonDoc } from './documents'
import { CLASS_PLANS, HOLDERS, PRINCIPAL, SCHOOL_ID, SCHOOL_NAME, WITHOUT_CREDIT, type ClassPlan } from './class-plans'
import { seedRandom, shuffle } from './random'

export function placeOf({ classId, name }: ClassPlan) {
  return { schoolId: SCHOOL_ID, schoolName: SCHOOL_NAME, schoolKind: 'primary' as const, classId, className: name }
}

/** Everybody who has agreed to be here. */
export function settlePeople(children: readonly ChildDoc[], since: Instant): PersonDoc[] {
  const staff = CLASS_PLANS.flatMap(({ headTeacher, teachers }) => [headTeacher, ...teachers])
  const guardians = children.flatMap((child) => child.guardians)
  const openids = new Set([PRINCIPAL, ...staff, ...guardians, ...HOLDERS].map(({ openid }) => openid))
  const random = seedRandom(1)
  const families = [...openids].filter((openid) => openid.startsWith('demo-class-'))
  const empty = new Set(
    CLASS_PLANS.flatMap(({ classId }) =>
      shuffle(
        random,
        families.filter((openid) => openid.startsWith(classId)),
      ).slice(0, WITHOUT_CREDIT),
    ),
  )
  return [...openids].map((openid): PersonDoc => ({
    _id: openid,
    consentAt: since,
    consentVersion: PRIVACY_VERSION,
    credits: empty.has(openid) ? {} : { notice: 2 + Math.floor(random() * 4), leave_result: 1, todo: 2 },
    updatedAt: since,
  }))
}
