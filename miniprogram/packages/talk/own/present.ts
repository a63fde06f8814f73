// Decides how one's own letters read, wherever one belongs now: what one wrote, and nobody else's.
import type { Instant, LetterState, OwnLetters } from '@class-pact/core/contract'
import { formatClass, formatMoment } from '../../../services/format'

export interface OwnView {
  key: string
  matter: string
  sub: string
  words: string
}

const STATES: Record<LetterState, string> = {
  sent: '',
  checking: '照片检查中',
  held: '等老师或学校看',
  returned: '已退回',
}

export function presentOwn({ letters }: Pick<OwnLetters, 'letters'>, now: Instant): OwnView[] {
  return letters.map(({ matter, className, at, words, state }, index) => ({
    ...{ key: `${at}-${index}`, matter, words },
    sub: [formatClass(className), formatMoment(at, now), STATES[state]].filter(Boolean).join('，'),
  }))
}
