// Decides what others read of what is due: nothing is kept of it, all of it is counted.
import { dueRows } from '@class-pact/core/register/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = { name: 'due', rows: dueRows, collections: {}, messages: ['todo'], acts: {} }
