// Decides what a phone may say about reminders.
import * as z from 'zod/mini'
import type { Session } from '../session/contract'
import { answer, MEMBERS, TEMPLATES, type Rows } from '../wire'

export const remindersAccept = z.object({ templates: z.array(z.enum(TEMPLATES)).check(z.minLength(1), z.maxLength(5)) })

export const reminderRows = {
  'reminders.accept': {
    input: remindersAccept,
    output: answer<Pick<Session, 'credits'>>(),
    roles: MEMBERS,
    scope: 'self',
  },
} as const satisfies Rows
