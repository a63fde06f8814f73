// Decides whom a notice can be written to: classes, a grade, a school, some children, the staff (N01, C24, N19).
import * as z from 'zod/mini'
import { GRADES, id, limits } from '../wire'

const classIds = z.array(id).check(z.minLength(1), z.maxLength(limits.CLASSES_MAX))

const isOnceEach = (ids: string[]) => new Set(ids).size === ids.length

/** One child alone is a letter to its family, `child`: nobody else of the staff reads it (C24). */
const SOME_LEAST = 2
const childIds = z.array(id).check(z.minLength(SOME_LEAST), z.maxLength(limits.CLASS_SIZE_MAX), z.refine(isOnceEach))

/** Marks of people, as `notice.prepare` gave them; no openid leaves the cloud. */
const marks = z.array(id).check(z.minLength(1), z.maxLength(limits.STAFF_CHOSEN_MAX), z.refine(isOnceEach))

const whom = z.union([z.enum(['all', 'heads']), z.object({ grade: z.enum(GRADES) }), z.object({ chosen: marks })])

/** Everybody who works there, the head teachers, those of a grade, or chosen ones. */
export type Whom = z.infer<typeof whom>

export const audience = z.discriminatedUnion('to', [
  z.object({ to: z.literal('classes'), classIds }),
  z.object({ to: z.literal('grade'), schoolId: id, grade: z.enum(GRADES) }),
  z.object({ to: z.literal('school'), schoolId: id }),
  z.object({ to: z.literal('child'), classId: id, childId: id }),
  z.object({ to: z.literal('children'), classId: id, childIds }),
  z.object({ to: z.literal('staff'), schoolId: id, whom }),
])

export type Audience = z.infer<typeof audience>
