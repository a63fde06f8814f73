// Decides how talks stand in a list: what waits for an answer first, each with its matter and where it stands (N15).
import type { Instant, TalkRow } from '@class-pact/core/contract'
import { TALK_ABOUT_WORDS, UNSENT_WORD, sayTalkState, type LeaderWord } from '../../../domains/talk/words'
import { formatClass, formatMoment } from '../../../services/format'

export interface TalkLine {
  talkId: string
  title: string
  sub: string
  state: string
  waits: boolean
  /** There is something that this phone has not shown yet. */
  news: boolean
  label: string
}

export interface TalksView {
  waiting: TalkLine[]
  others: TalkLine[]
}

/** Whose list it is. */
export interface Place {
  of: 'child' | 'class' | 'school'
  leader: LeaderWord
  hasNews(talkId: string, lastAt: Instant): boolean
}

export function presentTalks(talks: readonly TalkRow[], now: Instant, place: Place): TalksView {
  const rows = (waits: boolean) =>
    talks.filter(({ state }) => (state === 'waiting') === waits).map((row) => presentRow(row, now, place))
  return { waiting: rows(true), others: rows(false) }
}

function presentRow(row: TalkRow, now: Instant, { of, leader, hasNews }: Place): TalkLine {
  const { talkId, matter, about, state, owner, lastAt, since } = row
  // What one's own side has written last is no news: a family waits, the school has answered.
  const isTheirs = (state === 'waiting') === (of !== 'child')
  const news = isTheirs && hasNews(talkId, lastAt)
  const sub = [
    ...(of === 'child' ? [] : [row.childName]),
    ...(of === 'school' ? [formatClass(row.className)] : []),
    ...(about === 'matter' ? [] : [TALK_ABOUT_WORDS[about]]),
    since === undefined ? formatMoment(lastAt, now) : `${formatMoment(since, now)}写来`,
    ...(row.important ? ['重要'] : []),
    ...(row.leaders && of !== 'school' ? [`${leader}室也能看到`] : []),
  ].join('，')
  const said = row.unsent ? UNSENT_WORD : sayTalkState(state, owner, leader)
  return {
    ...{ talkId, title: matter, sub, state: said, waits: state === 'waiting', news },
    label: `${matter}，${said}，${sub}${news ? '，有新内容' : ''}`,
  }
}
