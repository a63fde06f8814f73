// Decides the one action on reminders: to accept some.
import { reminderRows } from '@class-pact/core/reminder/contract'
import { serve } from '../../common/call/handlers'
import { acceptReminders } from './accept-reminders'

export const actions = serve(reminderRows, {}, { 'reminders.accept': acceptReminders })
