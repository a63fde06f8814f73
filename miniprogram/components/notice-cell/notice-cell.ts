// Decides one line of a list of notices; tapping it opens the sheet, or the slip board for those who sent it.
import type { NoticeLine } from '../../domains/notice/rows'

Component({
  options: { virtualHost: true },
  properties: {
    line: { type: Object, value: {} as NoticeLine },
  },
  methods: {
    onOpen() {
      const { noticeId, classId } = this.data.line
      this.triggerEvent('open', { noticeId, classId })
    },
  },
})
