// Decides how a test asks for the contacts of one class, or of a school: a domain that only a test knows.
import * as z from 'zod/mini'
import { answer, id, instant, type Rows } from '../../../../../core/wire'
import type { Contact } from '../../../../../core/register'

export const countingRows = {
  'counting.read': {
    input: z.object({ schoolId: id, classId: z.optional(id), from: instant, until: instant }),
    output: answer<{ contacts: Contact[] }>(),
    roles: ['principal'],
    scope: 'place',
    looks: true,
  },
} as const satisfies Rows
