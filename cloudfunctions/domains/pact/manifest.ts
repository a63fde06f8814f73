// Decides what others read of pacts.
import { pactFileRows, pactRows, pactWritingRows } from '@class-pact/core/pact/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'pact',
  rows: { ...pactRows, ...pactWritingRows, ...pactFileRows },
  collections: {
    pacts: { trailed: true, purged: { kept: 'nobody' } },
  },
  acts: {
    'pact.adopt': '公约新版',
    'pact.print': '打印公约',
  },
}
