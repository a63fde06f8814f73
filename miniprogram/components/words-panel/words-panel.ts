// Decides how one says no, or answers, in words: ready ones to tap, own ones to type; nothing is sent without any.
import { limits } from '@class-pact/core/contract'
import { keepOwn, readOwn } from '../../services/own-state'

Component({
  options: { virtualHost: true },
  properties: {
    visible: { type: Boolean, value: false },
    title: { type: String, value: '' },
    large: { type: Boolean, value: false },
    busy: { type: Boolean, value: false },
    /** What follows from it. */
    effect: { type: String, value: '' },
    /** 请告诉家长为什么, over the ready words. */
    ask: { type: String, value: '' },
    ready: { type: Array, value: [] as string[] },
    placeholder: { type: String, value: '' },
    /** What the field is, read aloud. */
    label: { type: String, value: '' },
    /** ▶ with words, and without. */
    act: { type: String, value: '' },
    missing: { type: String, value: '' },
    /** The words were not taken: they stay, to be mended. */
    refusal: { type: Object, optionalTypes: [null], value: null as object | null },
    /** What was written stays until it has been sent, also when the panel is closed meanwhile. */
    keeps: { type: Boolean, value: false },
  },
  data: {
    words: '',
    wordsMax: limits.WORDS_MAX,
    options: [] as { value: string; label: string }[],
    said: null as object | null,
  },
  observers: {
    visible(visible: boolean) {
      if (visible ? this.data.keeps : !this.isSent()) return
      this.setSent(false)
      this.setData({ words: '', said: null })
    },
    refusal(said: object | null) {
      this.setSent(false)
      this.setData({ said })
    },
    ready(words: string[]) {
      this.setData({ options: words.map((label) => ({ value: label, label })) })
    },
  },
  methods: {
    /** The words are on their way, and nothing was said against them. */
    isSent(): boolean {
      return readOwn(this, { sent: false }).sent
    },
    setSent(sent: boolean) {
      keepOwn(this, { sent })
    },
    onChip(event: ToldEvent<{ value: string }>) {
      this.setData({ words: event.detail.value })
    },
    onWords(event: WechatMiniprogram.Input) {
      this.setData({ words: event.detail.value, said: null })
    },
    onMend() {
      this.setData({ said: null })
    },
    onSend() {
      const words = this.data.words.trim()
      if (!words || this.data.busy) return
      this.setSent(true)
      this.triggerEvent('send', { words })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
