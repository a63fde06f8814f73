// Decides what stands around every page's content: top line, offline bar, skeleton, failure, and the place of the dock.
import type { Frame } from '../../services/page-frame'
import { openTab } from '../../services/routes'

Component({
  options: { virtualHost: true, multipleSlots: true },
  properties: {
    /** `data.frame` of the page, see services/page-frame.ts. */
    frame: { type: Object, value: {} as Frame },
    title: { type: String, value: '' },
    who: { type: String, value: '' },
    back: { type: Boolean, value: true },
    /** One of the five tab pages: stays clear of the tab bar. */
    tab: { type: Boolean, value: false },
    /** No space above the content: it starts with tabs. */
    flush: { type: Boolean, value: false },
  },
  methods: {
    onRetry() {
      this.triggerEvent('retry')
    },
    onWho() {
      this.triggerEvent('who')
    },
    onToday() {
      openTab('today')
    },
  },
})
