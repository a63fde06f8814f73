// Decides how rates stand above the figures, and how they are held against their own past, never against others.
import type { Figures, Period } from '@class-pact/core/contract'
import { sayPast, sayPercent } from './period'

export interface RateTile {
  key: string
  count: string
  word: string
}

export const presentRates = ({ reachedRate, signRate, attendance }: Figures): RateTile[] => [
  { key: 'reached', count: sayPercent(reachedRate), word: '已通知到' },
  { key: 'signed', count: sayPercent(signRate), word: '家长签收' },
  { key: 'attendance', count: sayPercent(attendance.rate), word: '出勤' },
]

/** 已通知到比上周同期多2%，家长签收和上周同期一样。 Empty without a past. */
export function presentPast({ reachedRate, signRate, attendance, before }: Figures, period: Period): string {
  const said = [
    ['已通知到', sayPast(reachedRate, before?.reachedRate, period)] as const,
    ['家长签收', sayPast(signRate, before?.signRate, period)] as const,
    ['出勤', sayPast(attendance.rate, before?.attendanceRate, period)] as const,
  ].flatMap(([word, text]) => (text ? [word + text] : []))
  return said.length > 0 ? `${said.join('，')}。` : ''
}
