// Decides how rates stand side by side, each a link to what it is made of.
import type { RateTile } from '../../domains/statistics/rates'
import { openPage } from '../../services/routes'

Component({
  options: { virtualHost: true },
  properties: { tiles: { type: Array, value: [] as RateTile[] } },
  methods: {
    onTile(event: TapEvent) {
      openPage(event.currentTarget.dataset['url'] as string)
    },
  },
})
