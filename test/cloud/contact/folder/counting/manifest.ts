// Decides what others read of a test's counting.
import type { Manifest } from '../../../../../cloudfunctions/common/call/manifest'
import { countingRows } from './contract'

export const manifest: Manifest = { name: 'counting', rows: countingRows, collections: {}, acts: {} }
