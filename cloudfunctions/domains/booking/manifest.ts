// Decides what others read of reception days.
import { bookingRows } from '@class-pact/core/booking/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'booking',
  rows: bookingRows,
  collections: {
    receptions: {
      trailed: true,
      dutied: true,
      personal: { copied: 'nothing of it', forgotten: { kept: 'the school year' } },
      purged: [{ kind: 'talks', by: 'day', as: 'day' }],
    },
  },
  messages: ['todo', 'talk_reply'],
  acts: {
    'booking.open': '开放家长接待',
    'booking.close': '取消家长接待',
    'booking.take': '预约接待时间',
    'booking.cancel': '取消接待预约',
    'booking.note': '记接待情况',
    'booking.tell': '告知接待变动',
  },
}
