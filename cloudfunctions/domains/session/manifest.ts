// Decides what others read of the session.
import { sessionRows } from '@class-pact/core/session/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'session',
  rows: sessionRows,
  collections: {},
  acts: {},
}
