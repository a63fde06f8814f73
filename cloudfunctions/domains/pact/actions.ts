// Decides the actions on pacts.
import { pactRows } from '@class-pact/core/pact/contract'
import { serve } from '../../common/call/handlers'
import { adoptPact } from './adopt'
import { readHistory, readPactAction } from './read-pact'

export const actions = serve(
  pactRows,
  {},
  {
    'pact.read': readPactAction,
    'pact.history': readHistory,
    'pact.adopt': adoptPact,
  },
)
