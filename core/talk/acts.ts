// Decides what a reader of a talk may do with it now: write, hand it on, ask the leaders, close it, thank (G07, P06).
import { LEADERS, limits, type Role } from '../wire'
import type { TalkAbout, TalkAct, TalkDesk, TalkEvent, TalkState } from './contract'

export interface Acting {
  role: Role
  state: TalkState
  /** Where it lies by itself, and where time has brought it. */
  desk: TalkDesk
  deskNow: TalkDesk
  about: TalkAbout
  letters: number
  events: readonly Pick<TalkEvent, 'kind'>[]
  muted: boolean
}

const isLeader = (role: Role) => LEADERS.some((each) => each === role)
const isClassDesk = (desk: TalkDesk) => desk === 'head_teacher' || desk === 'teacher'

/** Staff close what is answered; a family closes its own matter at any time (G06: nothing is closed unanswered). */
export function actsOf(acting: Acting): TalkAct[] {
  const { role, state, desk, deskNow, about, letters, events, muted } = acting
  const isFamily = role === 'guardian'
  const isClassStaff = role === 'head_teacher' || role === 'teacher'
  const isOpen = state !== 'closed'
  const answersFor =
    isLeader(role) || (isClassStaff && isClassDesk(deskNow)) || (role === 'officer' && deskNow === 'discipline')
  const may: Record<TalkAct, boolean> = {
    send: letters < limits.LETTERS_MAX && !muted,
    pass: isClassStaff && isOpen && isClassDesk(desk),
    ask: isFamily && isOpen && isClassDesk(desk),
    close: isOpen && (isFamily || (answersFor && state === 'answered')),
    thank: about === 'idea' && answersFor && role !== 'officer' && events.every(({ kind }) => kind !== 'thanked'),
  }
  return (Object.keys(may) as TalkAct[]).filter((act) => may[act])
}
