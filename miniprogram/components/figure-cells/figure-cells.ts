// Decides how figures stand under one another, each a link to what it counts.
import type { FigureRow } from '../../domains/statistics/rows'
import { openPage } from '../../services/routes'

Component({
  options: { virtualHost: true },
  properties: { rows: { type: Array, value: [] as FigureRow[] } },
  methods: {
    onRow(event: TapEvent) {
      const url = event.currentTarget.dataset['url'] as string
      if (url) openPage(url)
    },
  },
})
