// Decides how one says yes to what a whole school depends on: held for three seconds, or confirmed in words.

/** 按住3秒 (screens.md 3.23, 3.26): what is held is not tapped by accident. */
const HOLD_SECONDS = 3
const STEP_MS = 100

Component({
  options: { virtualHost: true },
  properties: {
    /** What it does, in two words: 停用. */
    act: { type: String, value: '' },
    /** Something has to be said first; a touch then only tells the page. */
    missing: { type: Boolean, value: false },
    busy: { type: Boolean, value: false },
    /** A second button beside it. */
    second: { type: String, value: '' },
    /** What is asked of those who cannot hold. */
    title: { type: String, value: '' },
    content: { type: String, value: '' },
  },
  data: {
    /** Seconds still to hold; 0: nobody holds. */
    left: 0,
  },
  lifetimes: {
    detached() {
      this.letGo()
    },
  },
  methods: {
    onHold() {
      if (this.isAsked() || timers.has(this)) return
      const until = Date.now() + HOLD_SECONDS * 1_000
      this.setData({ left: HOLD_SECONDS })
      const step = () => {
        const left = Math.ceil((until - Date.now()) / 1_000)
        if (left > 0) return left !== this.data.left && this.setData({ left })
        this.letGo()
        return this.triggerEvent('held')
      }
      timers.set(this, setInterval(step, STEP_MS))
    },
    /** A finger that slips off does nothing. */
    onLetGo() {
      this.letGo()
    },
    letGo() {
      const timer = timers.get(this)
      if (timer !== undefined) clearInterval(timer)
      timers.delete(this)
      if (this.data.left > 0) this.setData({ left: 0 })
    },
    /** Whoever cannot hold, or hears the page, says it in two taps. */
    async onWithoutHolding() {
      if (this.isAsked()) return
      const { act, title, content } = this.data
      const { confirm } = await wx.showModal({ title, content, confirmText: act, cancelText: `不${act}` })
      if (confirm) this.triggerEvent('held')
    },
    onSecond() {
      if (!this.data.busy) this.triggerEvent('second')
    },
    /** Nothing can be done now, and whoever tries is told why. */
    isAsked(): boolean {
      if (this.data.missing) this.triggerEvent('missing')
      return this.data.missing || this.data.busy
    },
  },
})

/** What counts for a button that is held, beside it: a component has no fields of its own. */
const timers = new WeakMap<object, ReturnType<typeof setInterval>>()
