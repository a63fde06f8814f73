// Decides what stands around every page's content: top line, offline bar, skeleton, failure, refusal, nothing.
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
    /** What was refused, at the top. */
    refusal: { type: Object, optionalTypes: [null], value: null as object | null },
    /** What is said when there is nothing to show. */
    empty: { type: String, value: '' },
    emptyIcon: { type: String, value: 'ok' },
    /** No space above the content: it starts with tabs. */
    flush: { type: Boolean, value: false },
  },
  methods: {
    onRetry() {
      this.triggerEvent('retry')
    },
    onWay(event: ToldEvent<object>) {
      this.triggerEvent('way', event.detail)
    },
    onWho() {
      this.triggerEvent('who')
    },
    onToday() {
      openTab('today')
    },
  },
})
