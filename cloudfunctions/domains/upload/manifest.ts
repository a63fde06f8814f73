// Decides what others read of uploads.
import { uploadRows } from '@class-pact/core/upload/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'upload',
  rows: uploadRows,
  collections: {
    uploads: { personal: { copied: 'nothing of it', forgotten: 'at once' }, purged: { kept: 'passing' } },
  },
  acts: {},
}
