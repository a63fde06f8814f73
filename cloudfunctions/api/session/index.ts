// Decides the actions of the session: who am I, and may I be reminded.
import type { Handlers } from '../../common/call/handlers'
import { acceptReminders } from './accept-reminders'
import { readSession } from './read-session'

export const sessionActions: Handlers<'session.read' | 'reminders.accept'> = {
  'session.read': readSession,
  'reminders.accept': acceptReminders,
}
