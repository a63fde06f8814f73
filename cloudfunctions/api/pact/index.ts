// Decides the actions on pacts.
import type { Handlers } from '../../common/call/handlers'
import { readPactAction } from './read-pact'

export const pactActions: Handlers<'pact.read'> = { 'pact.read': readPactAction }
