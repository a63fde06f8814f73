// Decides what a place in a class is called, and what is said where no seat beside a child is free (M01).
import type { Identity, Pact } from '@class-pact/core/contract'
import { isClosed } from '@class-pact/core/family'
import { citeRule, seatLimit } from '@class-pact/core/pact'
import type { ChildDoc, ClassDoc } from '../class'
import type { SchoolDoc } from '../school'

export type Place = Required<Pick<Identity, 'schoolId' | 'schoolName' | 'schoolKind' | 'classId' | 'className'>>

export function placeOf(
  school: Pick<SchoolDoc, '_id' | 'name' | 'kind'>,
  itsClass: Pick<ClassDoc, '_id' | 'name'>,
): Place {
  return {
    schoolId: school._id,
    schoolName: school.name,
    schoolKind: school.kind,
    classId: itsClass._id,
    className: itsClass.name,
  }
}

/** What SEATS_FULL says of the child; a third seat is offered where there is none yet. */
export function fullSeats(pact: Pact, child: Pick<ChildDoc, 'extraSeat' | 'guardians'>) {
  const count = child.guardians.length
  const closed = isClosed(child, seatLimit(pact))
  return {
    rule: 'M01',
    cite: citeRule(pact, 'M01'),
    wayOut: closed ? [] : ['apply_third_seat'],
    facts: { count, closed: Number(closed) },
  }
}
