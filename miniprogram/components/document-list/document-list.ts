// Decides how the documents of a notice are listed and open: name, size, how far it is, and what went wrong.
import type { NoticeDocument } from '@class-pact/core/contract'
import { sayBytes } from '../../services/format'
import { openPdf, type Opened } from '../../services/open-document'

const WORDS: Record<Exclude<Opened, 'opened'>, string> = {
  offline: '网络不通，点这里再试',
  stale: '没有打开，点这里再试',
  failed: '没有打开，点这里再试',
}

Component({
  options: { virtualHost: true },
  properties: {
    documents: { type: Array, value: [] as NoticeDocument[] },
  },
  data: {
    rows: [] as { fileId: string; name: string; size: string; label: string }[],
    /** The one that is being opened, or did not open. */
    at: '',
    word: '',
    busy: false,
  },
  observers: {
    documents(documents: NoticeDocument[]) {
      this.setData({
        rows: documents.map(({ fileId, name, bytes }) => {
          const size = sayBytes(bytes)
          return { fileId, name, size, label: `打开文件${name}${size && `，${size}`}` }
        }),
      })
    },
  },
  methods: {
    async onOpen(event: TapEvent) {
      const fileId = event.currentTarget.dataset['file'] as string
      const document = (this.data.documents as NoticeDocument[]).find((each) => each.fileId === fileId)
      if (!document || this.data.busy) return
      this.setData({ at: fileId, word: '正在打开', busy: true })
      const onProgress = (percent: number) =>
        this.setData({ word: percent < 100 ? `正在打开 ${percent}%` : '正在打开' })
      const opened = await openPdf({ ...document, onProgress })
      this.setData({ word: opened === 'opened' ? '' : WORDS[opened], busy: false })
      if (opened === 'stale') this.triggerEvent('stale')
      if (opened === 'opened') this.triggerEvent('opened', { fileId })
    },
  },
})
