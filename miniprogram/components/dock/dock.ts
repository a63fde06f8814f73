// Decides the foot of a page: the one ▶ above the safe area, beside it at most one more button.
Component({
  options: { virtualHost: true },
  properties: {
    /** ▶ */
    label: { type: String, value: '' },
    /** Glyph before the words, see styles/icons.wxss. */
    icon: { type: String, value: '' },
    /** brand; fix = something has to be changed first; plain = outlined; off = cannot be pressed */
    tone: { type: String, value: 'brand' as 'brand' | 'fix' | 'plain' | 'off' },
    /** Submitting: the spinner turns, taps do nothing. */
    busy: { type: Boolean, value: false },
    busyLabel: { type: String, value: '正在提交' },
    /** The second button, left of ▶. */
    second: { type: String, value: '' },
    secondOff: { type: Boolean, value: false },
    /** One line above the buttons: why ▶ is off. */
    note: { type: String, value: '' },
    /** A quiet way out under ▶: 暂不加入. */
    under: { type: String, value: '' },
    /** Open type of ▶: share, agreePrivacyAuthorization. Then ▶ is a native button. */
    openType: { type: String, value: '' },
    /** Words for a screen reader when the label alone does not say enough. */
    hint: { type: String, value: '' },
  },
  methods: {
    onPress() {
      if (!this.data.busy && this.data.tone !== 'off') this.triggerEvent('press')
    },
    onSecond() {
      if (!this.data.busy && !this.data.secondOff) this.triggerEvent('second')
    },
    onUnder() {
      if (!this.data.busy) this.triggerEvent('under')
    },
  },
})
