// Decides how a test begins a talk, and how it changes what an earlier day has left.
import type { Input } from '@class-pact/core/contract'
import { CLASS, HEAD_TEACHER, childId, motherOf, type GivenSchool } from '../given-school'

export const CHILD = childId(CLASS, 0)
export const MOTHER = motherOf(CHILD)

export type Opening = Input<'talk.open'>

/** A question that nobody has anything against. */
export function aTalk(changes: Partial<Opening> = {}): Opening {
  return {
    childId: CHILD,
    to: { desk: 'head_teacher' },
    about: 'matter',
    matter: '课间活动',
    words: '孩子最近课间不太愿意出去，想请您留意一下。',
    photos: [],
    ...changes,
  }
}

export const aLetter = (talkId: string, changes: Partial<Input<'talk.send'>> = {}): Input<'talk.send'> => ({
  talkId,
  words: '谢谢您的提醒，我会留意他的情况，下周和您联系。',
  photos: [],
  ...changes,
})

/** A family's question, and the head teacher's answer if it is wanted. */
export async function givenTalk(school: GivenSchool, { answered = false } = {}): Promise<string> {
  const { talkId } = await school.get(MOTHER, 'talk.open', aTalk())
  if (answered) await school.get(HEAD_TEACHER, 'talk.send', aLetter(talkId))
  return talkId
}

interface Stored {
  _id: string
}

/** Changes a stored document, as an office or a hand-over of an earlier day has. */
export async function patch(school: GivenSchool, collection: string, id: string, fields: object): Promise<void> {
  const found = (await school.stored<Stored>(collection)).find(({ _id }) => _id === id)
  await school.cloud.control('data.put', { documents: { [collection]: [{ ...found, _id: id, ...fields }] } })
}

export const withPerson = (school: GivenSchool, id: string, fields: object = {}): Promise<void> =>
  patch(school, 'people', id, { consentAt: 0, consentVersion: 1, credits: {}, updatedAt: 0, ...fields })

/** The pact of the school with other rules. */
export async function withRules(school: GivenSchool, rules: Record<string, object | undefined>): Promise<void> {
  const entries = Object.entries({ ...school.pact.rules, ...rules }).filter(([, params]) => params !== undefined)
  await patch(school, 'pacts', 'school:1', { rules: Object.fromEntries(entries) })
}
