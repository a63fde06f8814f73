// Decides the red rows on top of a staff's 今天: who is missing, for how long, one tap from the search.
import { sayElapsed } from '../../../../domains/roll/elapsed'
import { ticking } from '../../../../domains/roll/ticking'
import { openPage } from '../../../../services/routes'
import type { MissingRow } from './present'

/** What is read late may come when another page is looked at already. */
const isLookedAt = () => getCurrentPages().at(-1)?.route === 'pages/today/today'

Component({
  options: { virtualHost: true },
  properties: {
    rows: { type: Array, value: [] as MissingRow[] },
    /** What the cloud's clock is ahead of the phone's, milliseconds. */
    skew: { type: Number, value: 0 },
  },
  data: { elapsed: [] as string[] },
  observers: {
    'rows, skew'() {
      this.tick()
    },
  },
  // It is there only while somebody is missing.
  ...ticking(isLookedAt),
  methods: {
    tick() {
      const { rows, skew, elapsed: before } = this.data
      const elapsed = (rows as MissingRow[]).map(({ since }) => sayElapsed(since, Date.now() + skew))
      if (elapsed.join() !== before.join()) this.setData({ elapsed })
    },
    onRow(event: TapEvent) {
      openPage(event.currentTarget.dataset['url'] as string)
    },
  },
})
