// Decides what others read of contacts: nothing of its own; it counts what is noted elsewhere.
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = { name: 'contact', rows: {}, collections: {}, acts: {} }
