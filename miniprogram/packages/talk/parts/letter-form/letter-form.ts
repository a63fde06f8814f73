// Decides the fields of a letter: words, at most three photos, and whether it is important (N13).
import { limits } from '@class-pact/core/contract'
import { pickPhotos } from '../../../../services/upload'
import type { Letter, Photo } from '../letter'

const IMPORTANT = [{ value: 'important', label: '重要' }]

Component({
  options: { virtualHost: true },
  properties: {
    words: { type: String, value: '' },
    photos: { type: Array, value: [] as Photo[] },
    important: { type: Boolean, value: false },
    /** Only a family's letter may be important: the phone comes first then. */
    asksImportant: { type: Boolean, value: false },
    placeholder: { type: String, value: '' },
    label: { type: String, value: '' },
  },
  data: { options: IMPORTANT, wordsMax: limits.LETTER_MAX, photosMax: limits.LETTER_PHOTOS_MAX },
  methods: {
    change(patch: Partial<Letter>) {
      this.triggerEvent('change', { patch })
    },
    onWords(event: WechatMiniprogram.Input) {
      this.change({ words: event.detail.value })
    },
    onImportant(event: ToldEvent<{ values: string[] }>) {
      this.change({ important: event.detail.values.length > 0 })
    },
    async onAddPhoto() {
      const before = this.data.photos as Photo[]
      const { photos, tooLarge } = await pickPhotos(limits.LETTER_PHOTOS_MAX - before.length)
      if (photos.length > 0) this.change({ photos: [...before, ...photos] })
      if (tooLarge > 0) void wx.showToast({ title: `有${tooLarge}张照片超过10MB`, icon: 'none' })
    },
    onDropPhoto(event: TapEvent) {
      const dropped: string = event.currentTarget.dataset['path']
      this.change({ photos: (this.data.photos as Photo[]).filter(({ path }) => path !== dropped) })
    },
  },
})
