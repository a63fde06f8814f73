// Decides the actions on reminders: to accept some, and to choose how they come.
import { reminderRows } from '@class-pact/core/reminder/contract'
import { serve } from '../../common/call/handlers'
import { acceptReminders } from './accept-reminders'
import { chooseReminders } from './choose-reminders'

export const actions = serve(
  reminderRows,
  {},
  { 'reminders.accept': acceptReminders, 'reminders.choose': chooseReminders },
)
