// Decides what a phone may say about reminders.
import * as z from 'zod/mini'
import type { Session } from '../session/contract'
import { answer, MEMBERS, TEMPLATES, type Rows } from '../wire'

export const remindersAccept = z.object({ templates: z.array(z.enum(TEMPLATES)).check(z.minLength(1), z.maxLength(5)) })

/** 每日汇总: ordinary notices come as one message a day. */
export const remindersChoose = z.object({ daily: z.boolean() })

export const reminderRows = {
  'reminders.accept': {
    input: remindersAccept,
    output: answer<Pick<Session, 'credits'>>(),
    roles: MEMBERS,
    scope: 'self',
  },
  'reminders.choose': {
    input: remindersChoose,
    output: answer<{ daily: boolean }>(),
    roles: MEMBERS,
    scope: 'self',
    rate: { burst: 20, every: 30_000 },
  },
} as const satisfies Rows
