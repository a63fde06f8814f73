// Decides what others read of incidents.
import { incidentRows } from '@class-pact/core/incident/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'incident',
  rows: incidentRows,
  collections: {
    // The school's record of a child: copied to nobody, kept as long as a case.
    incidents: {
      trailed: true,
      dutied: true,
      personal: { copied: 'nothing of it', forgotten: { kept: 'the school year' } },
      purged: [{ kind: 'incidents', by: 'happenedAt', as: 'instant', when: { state: 'closed' } }],
    },
  },
  messages: ['todo'],
  acts: {
    'incident.open': '记突发情况',
    'incident.note': '补记突发情况',
    'incident.step': '记处理时间',
    'incident.correct': '更正处理时间',
    'incident.close': '写突发情况的结果',
    'incident.phones': '突发情况查看家长电话',
  },
}
