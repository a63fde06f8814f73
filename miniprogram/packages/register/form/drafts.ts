// Decides where a sheet that is being filled in is kept until it was sent: one draft a part of an entry.
import type { RegisterSheet } from '@class-pact/core/contract'
import type { FilledAnswer } from '../../../components/form-fill/fill'

export interface SheetDraft {
  filled: FilledAnswer[]
  /** Of something that happened: on which day. */
  on: string
}

/** A new entry by what it is about and when, one that is there by its id. */
export function draftKeyOf(
  { register, schoolId, classId, subject, slot, entryId }: RegisterSheet,
  part: string,
): string {
  const of = entryId ? [entryId] : [schoolId, register, classId ?? '', subject?.id ?? '', slot]
  return ['entry', ...of, part].join(':')
}
