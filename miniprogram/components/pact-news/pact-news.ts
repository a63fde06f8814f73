// Decides how members hear of a new version of the pact: a line on 今天, until they have looked at it (G15).
import type { PactNews } from '@class-pact/core/contract'
import { listNews, type NewsLine } from '../../domains/pact/news'
import { ROUTES, openPage } from '../../services/routes'

Component({
  options: { virtualHost: true },
  properties: { news: { type: Array, value: [] as PactNews[] } },
  data: { lines: [] as NewsLine[] },
  observers: {
    news(news: PactNews[]) {
      this.setData({ lines: listNews(news, Date.now()) })
    },
  },
  methods: {
    onOpen(event: TapEvent) {
      const { school: schoolId, version } = event.currentTarget.dataset as { school: string; version: number }
      openPage(ROUTES.pact({ schoolId, version }))
    },
  },
})
