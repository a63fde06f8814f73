// Decides the actions on pacts.
import type { Handlers } from '../../common/call/handlers'
import { adoptPact } from './adopt'
import { previewPact } from './preview'
import { readHistory, readPactAction } from './read-pact'

export const pactActions: Handlers<'pact.read' | 'pact.history' | 'pact.preview' | 'pact.adopt'> = {
  'pact.read': readPactAction,
  'pact.history': readHistory,
  'pact.preview': previewPact,
  'pact.adopt': adoptPact,
}
