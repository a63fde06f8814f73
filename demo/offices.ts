// Decides who of the demo school holds an office, and as whom staff write: under which card, in which role.
import type { Instant, Office, Role } from '@class-pact/core/contract'
import { composeOfficeCard, composeStaffCard } from '@class-pact/core/family'
import { HE, LIU, PRINCIPAL, SCHOOL_ID, SUN, WANG, ZHAO, type Staff } from './class-plans'
import { openTrail } from './families'
import type { OfficeDoc } from './register-documents'

/** A small school: whoever holds an office may hold two. */
const HELD: readonly { office: Office; holder: typeof SUN }[] = [
  { office: 'discipline', holder: SUN },
  { office: 'weekly_duty', holder: SUN },
  { office: 'equipment', holder: HE },
]
export function listOffices(since: Instant): OfficeDoc[] {
  return HELD.map(({ office, holder: { openid, name } }) => {
    const _id = `demo-office-${office}`
    return {
      ...{ _id, schoolId: SCHOOL_ID, office, openid, name, since, state: 'held' },
      slot: `${SCHOOL_ID}:${office}:${openid}`,
      ...openTrail({ id: _id, at: since, by: PRINCIPAL.openid, role: 'principal', action: 'join.staff' }),
    }
  })
}

/** Somebody who writes an entry. */
export interface Writer {
  openid: string
  card: string
  role: Role
}

const teaching = (who: Staff, role: 'head_teacher' | 'teacher'): Writer => ({
  ...{ openid: who.openid, card: composeStaffCard(who, role, 'primary'), role },
})
const holding = ({ openid, name }: typeof SUN, office: Office): Writer => ({
  ...{ openid, card: composeOfficeCard({ name }, office), role: 'officer' },
})

export const WRITERS = {
  wang: teaching(WANG, 'head_teacher'),
  zhao: teaching(ZHAO, 'head_teacher'),
  liu: teaching(LIU, 'teacher'),
  principal: {
    ...{ openid: PRINCIPAL.openid, card: composeStaffCard(PRINCIPAL, 'principal', 'primary'), role: 'principal' },
  },
  discipline: holding(SUN, 'discipline'),
  duty: holding(SUN, 'weekly_duty'),
  equipment: holding(HE, 'equipment'),
} as const satisfies Record<string, Writer>
