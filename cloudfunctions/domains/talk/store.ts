// Decides what is asked of talks; none is ever removed (G06).
import { openCollection } from '../../common/store/collection'
import type { TalkDoc } from './documents'

export const talks = openCollection<TalkDoc>('talks')
