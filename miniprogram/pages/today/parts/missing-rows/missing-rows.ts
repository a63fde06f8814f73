// Decides the red rows on top of a staff's 今天: who is missing, for how long, one tap from the search.
import { TICK_MS, sayElapsed } from '../../../../domains/roll/elapsed'
import { keepOwn, readOwn } from '../../../../services/own-state'
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
  lifetimes: {
    attached() {
      this.start()
    },
    detached() {
      this.stop()
    },
  },
  pageLifetimes: {
    show() {
      this.start()
    },
    hide() {
      this.stop()
    },
  },
  methods: {
    /** It is there only while somebody is missing, and runs only while the page is looked at. */
    start() {
      this.stop()
      this.tick()
      if (isLookedAt()) keepOwn(this, { timer: setInterval(() => this.tick(), TICK_MS) })
    },
    stop() {
      clearInterval(readOwn(this, { timer: 0 }).timer)
    },
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
