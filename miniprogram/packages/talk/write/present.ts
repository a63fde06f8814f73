// Decides what a new letter asks: to whom, about which child, what it is about; and what is said before it is sent.
import type { Instant, Input, TalkAbout, TalkPrepared } from '@class-pact/core/contract'
import { presentCalls, type Call } from '../../../domains/talk/calls'
import { sayMuted } from '../../../domains/talk/muted'
import { TALK_ABOUT_WORDS, type LeaderWord } from '../../../domains/talk/words'
import { formatClass, formatRelease } from '../../../services/format'

export type OfChild = Extract<TalkPrepared, { of: 'child' }>
export type OfClass = Extract<TalkPrepared, { of: 'class' }>
export interface Choice {
  value: string
  label: string
}

export interface WriteView {
  title: string
  /** 张小明，三（2）班 */
  sub: string
  /** To whom: a family chooses one of the school, a teacher one of the children. */
  whom: Choice[]
  kinds: Choice[]
  bars: { key: 'muted' | 'quiet' | 'lesson'; icon: string; sentence: string; link: string }[]
  note: string
  placeholder: string
  calls: Call[]
  muted: boolean
}

/** What is sent to everybody and is about the class, not about a child: 意见箱 (C25, P06). */
const SUGGESTIONS: readonly TalkAbout[] = ['opinion', 'idea']
export const isSuggestion = (about: TalkAbout) => SUGGESTIONS.includes(about)

const PLACEHOLDERS: Record<TalkAbout, string> = {
  matter: '请写清楚是什么事',
  opinion: '您的意见或建议，不会发到班级里',
  idea: '您的好办法，不会发到班级里',
}
const TO_CHILD_PLACEHOLDER = '优点：做得好的\n事情：发生了什么\n建议：请家里怎么配合'

/** A family writes: to the head teacher, to a subject teacher, to the letter box. */
export function presentFamily(
  prepared: OfChild,
  about: TalkAbout,
  to: string,
  now: Instant,
  leader: LeaderWord,
): WriteView {
  const { childName, className, headTeacher, teachers, mutedUntil, phones } = prepared
  const suggests = isSuggestion(about)
  const whom = [
    ...(headTeacher ? [{ value: 'head_teacher', label: `班主任${headTeacher}` }] : []),
    ...(suggests ? [] : teachers.map(({ card }, index) => ({ value: `teacher-${index}`, label: card }))),
    { value: 'principal', label: `${leader}信箱` },
  ]
  const muted = mutedUntil !== undefined && mutedUntil > now
  return {
    title: suggests ? '意见箱' : '写给老师',
    sub: `${childName}，${formatClass(className)}`,
    whom,
    kinds: suggests ? SUGGESTIONS.map((value) => ({ value, label: TALK_ABOUT_WORDS[value] })) : [],
    bars: presentBars(prepared, sayWhom(prepared, to, leader), to, now),
    note: `一封信写一件事，只有您家和${sayWhom(prepared, to, leader)}能看到，不会发到班级里。`,
    placeholder: PLACEHOLDERS[about],
    calls: presentCalls(phones, leader),
    muted,
  }
}

function sayWhom({ headTeacher = '班主任', teachers }: OfChild, to: string, leader: LeaderWord): string {
  if (to === 'principal') return `${leader}室`
  return to === 'head_teacher' ? headTeacher : (teachers[teacherIndex(to)]?.card ?? headTeacher)
}

const teacherIndex = (to: string) => Number(to.replace('teacher-', ''))

function presentBars(prepared: OfChild, whom: string, to: string, now: Instant): WriteView['bars'] {
  const { mutedUntil, quietUntil, inLesson } = prepared
  const bars: WriteView['bars'] = []
  if (mutedUntil !== undefined && mutedUntil > now)
    bars.push({ key: 'muted', icon: 'info', sentence: sayMuted(mutedUntil), link: '向校长申诉' })
  if (quietUntil !== undefined) {
    const sentence = `现在是安静时间，${whom}${formatRelease(quietUntil, now)}看到`
    bars.push({ key: 'quiet', icon: 'moon', sentence, link: '' })
  } else if (inLesson && to !== 'principal') {
    bars.push({ key: 'lesson', icon: 'clock', sentence: `${whom}在上课，课间或放学后回复`, link: '' })
  }
  return bars
}

/** A teacher writes to one child's family (N18). */
export function presentTeacher({ className, children }: OfClass, childId: string): WriteView {
  const child = children.find((each) => each.childId === childId)
  return {
    title: '写给家长',
    sub: formatClass(className),
    whom: children.map(({ childId: value, name: label }) => ({ value, label })),
    kinds: [],
    bars: [],
    note: `只有${child ? child.name : '这个孩子'}的家长和您能看到。`,
    placeholder: TO_CHILD_PLACEHOLDER,
    calls: [],
    muted: false,
  }
}

/** Of a teacher the card and its beginning say which one is meant. */
export function toDesk(prepared: TalkPrepared, to: string): Input<'talk.open'>['to'] {
  if (prepared.of === 'class') return { desk: 'family' }
  if (to === 'principal') return { desk: 'principal' }
  const teacher = to === 'head_teacher' ? undefined : prepared.teachers[teacherIndex(to)]
  return teacher ? { desk: 'teacher', teacher } : { desk: 'head_teacher' }
}
