// Decides where a paper that is gone through is kept: on this phone, one a school, until its pact is adopted.
import { dropDraft, readDraft, saveDraft } from '../../../services/drafts'
import type { Work } from './work'

const keyOf = (schoolId: string) => `pact-paper:${schoolId}`

export const keepWork = (schoolId: string, work: Work): void => saveDraft(keyOf(schoolId), work)
export const readWork = (schoolId: string): Work | undefined => readDraft<Work>(keyOf(schoolId))
export const dropWork = (schoolId: string): void => dropDraft(keyOf(schoolId))
