// Decides how rates stand above the figures, each a link to what it is made of, held against their own past alone.
import type { CountedFigure, Figures, Period } from '@class-pact/core/contract'
import { sayPast, sayPercent } from './period'
import { STATISTICS_ROUTES } from './routes'
import type { About } from './rows'

export interface RateTile {
  key: string
  count: string
  word: string
  /** The slips or the rolls it is made of; empty: there are none, or the reader may not see them. */
  url: string
}

/** @param about absent: whoever reads may not see what a rate is made of */
export function presentRates({ reachedRate, signRate, attendance }: Figures, about?: About): RateTile[] {
  const tile = (key: string, word: string, rate: number | undefined, figure: CountedFigure): RateTile => ({
    ...{ key, word, count: sayPercent(rate) },
    url: about && rate !== undefined ? STATISTICS_ROUTES.figureItems({ ...about, figure }) : '',
  })
  return [
    tile('reached', '已通知到', reachedRate, 'slips'),
    tile('signed', '家长签收', signRate, 'slips'),
    tile('attendance', '出勤', attendance.rate, 'rolls'),
  ]
}

/** 已通知到比上周同期多2%，家长签收和上周同期一样。 Empty without a past. */
export function presentPast({ reachedRate, signRate, attendance, before }: Figures, period: Period): string {
  const said = [
    ['已通知到', sayPast(reachedRate, before?.reachedRate, period)] as const,
    ['家长签收', sayPast(signRate, before?.signRate, period)] as const,
    ['出勤', sayPast(attendance.rate, before?.attendanceRate, period)] as const,
  ].flatMap(([word, text]) => (text ? [word + text] : []))
  return said.length > 0 ? `${said.join('，')}。` : ''
}
