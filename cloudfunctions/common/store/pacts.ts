// Decides how a pact is found; pacts are immutable.
import { openCollection } from './collection'
import type { PactDoc } from './documents'

export const pacts = openCollection<PactDoc>('pacts')
