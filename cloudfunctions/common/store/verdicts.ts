// Decides how verdicts are kept; they are never changed.
import { openCollection } from './collection'
import type { VerdictDoc } from './documents'

export const verdicts = openCollection<VerdictDoc>('verdicts')
