// Decides a running notice's line: title, deadline, bar and figures; the whole line opens its slip board.
import { ROUTES, openPage } from '../../services/routes'
import type { RunningView } from './present'

Component({
  options: { virtualHost: true },
  properties: { notice: { type: Object, value: {} as RunningView } },
  methods: {
    onOpen() {
      const { noticeId, classId } = this.data.notice
      openPage(ROUTES.board({ noticeId, classId }))
    },
  },
})
