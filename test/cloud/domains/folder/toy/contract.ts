// Decides what a phone may ask of toys: a domain that only a test knows.
import * as z from 'zod/mini'
import { answer, id, note, type Rows } from '../../../../../core/wire'

export interface Toy {
  toyId: string
  says: string
}

export const toyRows = {
  'toy.keep': {
    input: z.object({ childId: id, says: note(20) }),
    output: answer<{ toyId: string }>(),
    roles: ['guardian'],
    scope: 'place',
  },
  'toy.read': {
    input: z.object({ toyId: id }),
    output: answer<Toy>(),
    roles: ['guardian', 'head_teacher'],
    scope: { find: 'toy' },
    looks: true,
  },
} as const satisfies Rows
