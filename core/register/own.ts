// Decides how a register of a school's own becomes one like those of the catalogue.
import type { OwnRegister } from './contract'
import type { Part, Period, Register } from './types'

/** When a school day's duty of a school's own is due: whoever has an evening class is done with it. */
const DAY_ENDS = '18:00'

/** The same parts as the catalogue's: a filling, a countersignature where one is asked for, and how often. */
export function ownToRegister({ title, about, fills, signs, period, times, questions }: OwnRegister): Register {
  const fill: Part = { id: 'fill', title: '填写', by: [fills], fields: questions }
  const sign: Part[] = signs ? [{ id: 'sign', title: '签阅', by: [signs], fields: [], after: ['fill'], days: 0 }] : []
  return {
    ...{ title, about, area: 'own', keeps: [], sources: [] },
    parts: [fill, ...sign],
    period: periodOf(period),
    // What happens when something happens has no quota.
    ...(period !== 'event' && { quota: { per: 'subject', least: times } }),
    ...((times > 1 || period === 'event') && { many: true }),
  }
}

const periodOf = (kind: OwnRegister['period']): Period => (kind === 'day' ? { kind, before: DAY_ENDS } : { kind })
