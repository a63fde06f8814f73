// Decides how verdicts are kept: read and appended, never changed; the door has no other handle (G11).
import { openCollection, type Collection } from '../../common/store/collection'
import type { VerdictDoc } from './documents'

export const verdicts: Pick<Collection<VerdictDoc>, 'list' | 'insert'> = openCollection<VerdictDoc>('verdicts')
