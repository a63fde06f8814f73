// Decides what is read of a class before somebody's post in it ends, and whose it is (M14).
import type { Whose } from '../../common/call/handlers'
import { classes } from './classes'
import type { ClassDoc } from './documents'

const POSTS = { schoolId: 1, headTeacher: 1, teachers: 1, archived: 1, trail: 1 } as const
export type FoundClass = Pick<ClassDoc, keyof typeof POSTS>

export async function findClass({ classId }: { classId: string }): Promise<Whose<FoundClass> | undefined> {
  const found = await classes.find<FoundClass>(classId, POSTS)
  // Posts of a class that has graduated stay as they were (L13).
  return found?.archived ? undefined : found && { found, place: { classId, schoolId: found.schoolId } }
}
