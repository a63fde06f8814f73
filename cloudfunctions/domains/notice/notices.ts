// Decides what is asked of notices and changed in them.
import { openCollection } from '../../common/store/collection'
import type { NoticeDoc } from './documents'

export const notices = openCollection<NoticeDoc>('notices')
