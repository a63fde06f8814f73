// Decides how a notice lies on paper: title, salutation, indented paragraphs, signature on the right.
import type { NoticeDocument } from '@class-pact/core/contract'
import type { FieldLines } from '../../domains/notice/field-lines'
import { formatClass, formatLongDate } from '../../services/format'

Component({
  options: { virtualHost: true },
  properties: {
    title: { type: String, value: '' },
    salutation: { type: String, value: '' },
    body: { type: String, value: '' },
    issuer: { type: String, value: '' },
    /** YYYY-MM-DD */
    day: { type: String, value: '' },
    photos: { type: Array, value: [] as string[] },
    /** What its kind has besides: a table of a fee, facts. */
    lines: { type: Object, value: null as unknown as FieldLines },
    documents: { type: Array, value: [] as NoticeDocument[] },
  },
  data: {
    paragraphs: [] as { key: number; text: string }[],
    date: '',
    signedBy: [] as { key: number; text: string }[],
    pictures: [] as { url: string }[],
  },
  observers: {
    body(body: string) {
      const lines = body.split(/\n+/).filter((line) => line.trim() !== '')
      this.setData({ paragraphs: lines.map((text, key) => ({ key, text })) })
    },
    day(day: string) {
      this.setData({ date: day ? formatLongDate(day) : '' })
    },
    photos(photos: string[]) {
      this.setData({ pictures: photos.map((url) => ({ url })) })
    },
    issuer(issuer: string) {
      this.setData({
        signedBy: formatClass(issuer)
          .split(' ')
          .map((text, key) => ({ key, text })),
      })
    },
  },
  methods: {
    /** An address has run out: the page asks for new ones. */
    onStale() {
      this.triggerEvent('stale')
    },
    onPhoto(event: TapEvent) {
      const current: string = event.currentTarget.dataset['url']
      void wx.previewImage({ urls: this.data.photos, current })
    },
  },
})
