// Decides how PDFs come onto a notice: chosen from a chat, uploaded at once, taken off again (screens.md 3.6).
import { limits } from '@class-pact/core/contract'
import type { FormDocument } from '../../../../../domains/notice/draft'
import { sayBytes } from '../../../../../services/format'
import { openPdf } from '../../../../../services/open-document'
import { presentFailure } from '../../../../../services/refusals'
import { pickDocuments, uploadAll } from '../../../../../services/upload'

Component({
  options: { virtualHost: true },
  properties: {
    documents: { type: Array, value: [] as FormDocument[] },
    /** A leader reads the notice first. */
    held: { type: Boolean, value: false },
  },
  data: {
    rows: [] as { fileId: string; name: string; size: string }[],
    canAdd: true,
    uploading: false,
    /** Why the last one is not there. */
    fault: '',
  },
  observers: {
    documents(documents: FormDocument[]) {
      this.setData({
        rows: documents.map(({ fileId, name, bytes }) => ({ fileId, name, size: sayBytes(bytes) })),
        canAdd: documents.length < limits.DOCUMENTS_MAX,
      })
    },
  },
  methods: {
    listed(): FormDocument[] {
      return this.data.documents as FormDocument[]
    },
    async onAdd() {
      if (this.data.uploading) return
      const { documents, unfit } = await pickDocuments(limits.DOCUMENTS_MAX - this.listed().length)
      this.setData({ fault: unfit.length > 0 ? `只能加10MB以内的PDF，没有加上：${unfit.join('、')}` : '' })
      if (documents.length === 0) return
      this.setData({ uploading: true })
      const reply = await uploadAll(
        'document',
        documents.map(({ path }) => path),
      )
      this.setData({ uploading: false })
      if (!reply.ok) return this.setData({ fault: presentFailure(reply.error).sentence })
      const added = documents.map(({ path, name, size }, index) => ({
        ...{ fileId: reply.data[index] ?? '', name, bytes: size, path },
      }))
      this.tell([...this.listed(), ...added].slice(0, limits.DOCUMENTS_MAX))
    },
    onRemove(event: TapEvent) {
      const fileId = event.currentTarget.dataset['file'] as string
      this.setData({ fault: '' })
      this.tell(this.listed().filter((each) => each.fileId !== fileId))
    },
    async onOpen(event: TapEvent) {
      const fileId = event.currentTarget.dataset['file'] as string
      const document = this.listed().find((each) => each.fileId === fileId)
      if (!document) return
      const opened = await openPdf({ name: document.name, url: document.path })
      this.setData({ fault: opened === 'opened' ? '' : '现在打不开这个文件，可以去掉后再加一次。' })
    },
    tell(documents: FormDocument[]) {
      this.triggerEvent('change', { patch: { documents } })
    },
  },
})
