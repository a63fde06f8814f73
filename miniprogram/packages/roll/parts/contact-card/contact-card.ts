// Decides the red card of a child that nobody has found: how long it is missing, the call, and what came of it (L05).
import type { ContactView } from '../../../../domains/roll/contact-view'
import { sayElapsed } from '../../../../domains/roll/elapsed'
import { ticking } from '../../../../domains/roll/ticking'

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
  ...ticking(),
  methods: {
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
