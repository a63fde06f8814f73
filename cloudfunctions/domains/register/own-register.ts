// Decides how a school's own register becomes one like those of the catalogue.
import type { OwnRegister } from '@class-pact/core/contract'
import type { Period, Register } from '@class-pact/core/register'

const DAY_ENDS = '18:00'

export function ownToRegister({ title, about, fills, signs, period, times, questions }: OwnRegister): Register {
  const signed = signs && { id: 'sign', title: '签阅', by: [signs], fields: [], after: ['fill'], days: 0 }
  return {
    ...{ title, about, area: 'own', keeps: [], sources: [] },
    parts: [{ id: 'fill', title: '填写', by: [fills], fields: questions }, ...(signed ? [signed] : [])],
    period: (period === 'day' ? { kind: 'day', before: DAY_ENDS } : { kind: period }) as Period,
    ...(period !== 'event' && { quota: { per: 'subject', least: times } }),
    ...((times > 1 || period === 'event') && { many: true }),
  }
}
