// Decides the actions of the session: who am I, and may I be reminded.
import { sessionRows } from '@class-pact/core/session/contract'
import { serve } from '../../common/call/handlers'
import { readSession } from './read-session'

export const actions = serve(
  sessionRows,
  {},
  {
    'session.read': readSession,
  },
)
