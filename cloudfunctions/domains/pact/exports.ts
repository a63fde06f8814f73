// Decides the actions on pacts that the exporter answers: a paper is read, a pact is printed.
import { pactFileRows } from '@class-pact/core/pact/contract'
import { serve } from '../../common/call/handlers'
import { draftFromPaper } from './draft-from-paper'
import { printPact } from './print-pact'

export const actions = serve(pactFileRows, {}, { 'pact.draft': draftFromPaper, 'pact.print': printPact })
