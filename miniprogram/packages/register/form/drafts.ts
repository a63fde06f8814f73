// Decides where a sheet that is being filled in is kept until it was sent: one draft a part of an entry.
import type { RegisterSheet } from '@class-pact/core/contract'
import type { FilledAnswer } from '../../../components/form-fill/fill'

export interface SheetDraft {
  filled: FilledAnswer[]
  /** Of something that happened: on which day. */
  on: string
}

/** By what it is about and when, so that it is found again when somebody else was faster; one of many by its id. */
export function draftKeyOf(sheet: RegisterSheet, part: string): string {
  const { register, schoolId, classId, subject, slot, entryId, many } = sheet
  const of = entryId && many ? [entryId] : [schoolId, register, classId ?? '', subject?.id ?? '', slot]
  return ['entry', ...of, part].join(':')
}
