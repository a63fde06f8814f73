// Decides the red card of a child that nobody has found: how long it is missing, the call, and what came of it (L05).
import { TICK_MS, sayElapsed } from '../../../../domains/roll/elapsed'
import type { ContactView } from '../../../../domains/roll/contact-view'
import { keepOwn, readOwn } from '../../../../services/own-state'

Component({
  options: { virtualHost: true },
  properties: {
    contact: { type: Object, optionalTypes: [null], value: null as object | null },
    /** What the cloud's clock is ahead of the phone's, milliseconds. */
    skew: { type: Number, value: 0 },
    large: { type: Boolean, value: false },
    /** What happened so far is listed. */
    record: { type: Boolean, value: false },
  },
  data: { elapsed: '' },
  observers: {
    'contact, skew'() {
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
    start() {
      this.stop()
      this.tick()
      keepOwn(this, { timer: setInterval(() => this.tick(), TICK_MS) })
    },
    stop() {
      clearInterval(readOwn(this, { timer: 0 }).timer)
    },
    tick() {
      const contact = this.data.contact as ContactView | null
      if (!contact) return
      const elapsed = sayElapsed(contact.since, Date.now() + this.data.skew)
      if (elapsed !== this.data.elapsed) this.setData({ elapsed })
    },
    onCall() {
      this.tell('call')
    },
    onReached() {
      this.tell('reached')
    },
    onNoAnswer() {
      this.tell('noanswer')
    },
    onArrived() {
      this.tell('arrived')
    },
    tell(what: string) {
      const { childId } = this.data.contact as ContactView
      this.triggerEvent(what, { childId })
    },
  },
})
