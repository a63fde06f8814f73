// Decides the actions on pacts.
import { pactRows } from '@class-pact/core/pact/contract'
import { serve } from '../../common/call/handlers'
import { adoptPact } from './adopt'
import { previewPact } from './preview'
import { readHistory, readPactAction } from './read-pact'

export const actions = serve(
  pactRows,
  {},
  {
    'pact.read': readPactAction,
    'pact.history': readHistory,
    'pact.preview': previewPact,
    'pact.adopt': adoptPact,
  },
)
