// Decides which talk, child or list an action is about, and whose it is: each in one call (M14).
import type { Input } from '@class-pact/core/contract'
import type { Session, Whose } from '../../common/call/handlers'
import { isLeader } from '../../common/call/scope'
import { deriveId } from '../../common/ids'
import { children, type ChildDoc } from '../class'
import type { TalkDoc } from './documents'
import { lookUpFacts, readFacts, type FactsRow, type TalkFacts } from './facts'
import { talks } from './store'
import { mayRead } from './whose'

export interface FoundTalk {
  talk: TalkDoc
  facts: TalkFacts
}

/** The talk with all that its readers, its rules and its bars depend on. */
export async function readTalk(talkId: string, now: number): Promise<FoundTalk | undefined> {
  const [row] = await talks.aggregate<TalkDoc & FactsRow>([{ $match: { _id: talkId } }, ...lookUpFacts(now)])
  if (!row) return undefined
  const { classes, schools, children: its, pacts, ledClasses, taughtClasses, weeks, ...talk } = row
  const facts = readFacts({ classes, schools, children: its, pacts, ledClasses, taughtClasses, weeks })
  return facts && { talk, facts }
}

export const placeOf = ({ schoolId, classId, className }: TalkDoc) => ({ schoolId, classId, className })

export async function findTalk(
  { talkId }: { talkId: string },
  { openid, now }: Session,
): Promise<Whose<FoundTalk> | undefined> {
  const found = await readTalk(talkId, now)
  return found && { found, place: placeOf(found.talk), may: mayRead(found.talk, found.facts, openid, now) }
}

export interface FoundChild {
  facts: TalkFacts
  schoolId: string
  classId: string
  /** This call has been here. */
  repeated?: TalkDoc
}

export const talkIdOf = ({ openid, requestId }: Pick<Session, 'openid' | 'requestId'>) =>
  deriveId('talk', openid, requestId)

/** The child a talk begins about; with the talk, if this very call has begun it. */
export async function findTalkChild(
  { childId }: { childId: string },
  session: Session,
): Promise<Whose<FoundChild> | undefined> {
  const [row] = await children.aggregate<ChildDoc & FactsRow & { repeated: TalkDoc[] }>([
    { $match: { _id: childId } },
    ...lookUpFacts(session.now, '_id'),
    { $lookup: { from: 'talks', pipeline: [{ $match: { _id: talkIdOf(session) } }], as: 'repeated' } },
  ])
  const facts = row && readFacts(row)
  if (!facts || facts.itsClass.archived) return undefined
  const { schoolId, classId, repeated } = row
  return {
    found: { facts, schoolId, classId, ...(repeated[0] && { repeated: repeated[0] }) },
    place: { schoolId, classId },
    may: ({ role, childId: own }) => role !== 'guardian' || own === childId,
  }
}

type Place = Input<'talk.list'> | Input<'talk.prepare'> | Input<'letter.held'>

/** A family asks about its child, a class's own teachers about their class, whoever leads about the school. */
export function findTalkPlace(query: Place): Promise<Whose<undefined>> {
  const may: Whose<undefined>['may'] = (identity) => {
    if (query.of === 'child') return identity.role === 'guardian'
    if (query.of === 'class') return identity.role === 'head_teacher' || identity.role === 'teacher'
    return isLeader(identity) || identity.role === 'officer'
  }
  const place =
    query.of === 'child'
      ? { childId: query.childId }
      : query.of === 'class'
        ? { classId: query.classId }
        : { schoolId: query.schoolId }
  return Promise.resolve({ found: undefined, place, may })
}
