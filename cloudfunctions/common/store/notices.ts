// Decides what is asked of notices and changed in them.
import { openCollection } from './collection'
import type { NoticeDoc } from './documents'

export const notices = openCollection<NoticeDoc>('notices')
