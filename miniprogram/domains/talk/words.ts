// Decides the Chinese for what talks are about, whose turn it is, and where they stand (N15, G21).
import type { SchoolKind, TalkAbout, TalkDesk, TalkState } from '@class-pact/core/contract'

export const TALK_ABOUT_WORDS: Record<TalkAbout, string> = { matter: '一件事', opinion: '意见建议', idea: '献计献策' }

export type LeaderWord = '校长' | '园长'
/** 校长 of a kindergarten is 园长. */
export const leaderWord = (kind: SchoolKind | undefined): LeaderWord => (kind === 'kindergarten' ? '园长' : '校长')

export function deskWord(desk: TalkDesk, leader: LeaderWord): string {
  const words: Record<TalkDesk, string> = {
    head_teacher: '班主任',
    teacher: '任课老师',
    discipline: '政教处',
    office: '教导处',
    principal: `${leader}室`,
  }
  return words[desk]
}

/** Of a talk whose letters wait for somebody's look, or came back. */
export const UNSENT_WORD = '还没送达'

/** 待回复（语文王老师） 已回复 已办结 */
export function sayTalkState(
  state: TalkState,
  { desk, card }: { desk: TalkDesk; card?: string },
  leader: LeaderWord,
): string {
  if (state === 'waiting') return `待回复（${card ?? deskWord(desk, leader)}）`
  return state === 'answered' ? '已回复' : '已办结'
}
