// Decides how a calendar comes in from a file: what was understood line by line, what is asked, and one press (T06).
import type { CalendarPreview, EntryMeaning } from '@class-pact/core/contract'
import { call, createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { submitOnce } from '../../../services/page-frame'
import { goBack } from '../../../services/routes'
import { isLeader, openSession, switchTo } from '../../../services/session'
import { uploadAll } from '../../../services/upload'
import { MEANING_OPTIONS, presentPreview, type LineView, type PreviewView } from './present'

const importCalendar = createSender('calendar.import')
/** A calendar is a page of text; what is larger holds pictures. */
const FILE_BYTES_MAX = 5_000_000
const EXTENSIONS = ['xlsx', 'xls', 'csv', 'txt', 'ics']

definePage({
  data: {
    view: null as PreviewView | null,
    fileName: '',
    asking: null as LineView | null,
    options: MEANING_OPTIONS,
  },
  query: { schoolId: '' },
  refusesOnTop: true,
  fileId: '',
  lines: [] as { line: number; meaning: EntryMeaning }[],
  preview: undefined as CalendarPreview | undefined,

  async onLoad() {
    const session = await openSession()
    if (!session.ok) return this.refuse(session.error)
    switchTo(({ role, schoolId }) => isLeader(role) && schoolId === this.query.schoolId)
  },
  async onChoose() {
    const file = await pickFile()
    if (!file) return
    if (file.size > FILE_BYTES_MAX) return this.refuse({ code: 'FILE_UNREADABLE', field: 'size' })
    this.lines = []
    this.setData({ fileName: file.name, view: null, refusal: null })
    const reply = await submitOnce(this, async () => {
      const uploaded = await uploadAll('roster', [file.path], this.query.schoolId)
      if (!uploaded.ok) return uploaded
      this.fileId = uploaded.data[0] ?? ''
      return call('calendar.preview', { schoolId: this.query.schoolId, fileId: this.fileId })
    })
    if (!reply) return
    if (!reply.ok) return this.refuse(reply.error)
    this.take(reply.data)
  },
  take(preview: CalendarPreview) {
    this.preview = preview
    this.setData({ view: presentPreview(preview), refusal: null })
  },

  onLine(event: TapEvent) {
    const line = Number(event.currentTarget.dataset['line'])
    this.setData({ asking: this.data.view?.lines.find((each) => each.line === line) ?? null })
  },
  onCloseAsking() {
    this.setData({ asking: null })
  },
  /** Reads the file once more with the answer: what is kept is exactly what was shown. */
  async onMeaning(event: ToldEvent<{ value: EntryMeaning }>) {
    const { asking } = this.data
    this.setData({ asking: null })
    if (!asking) return
    const meaning = event.detail.value
    const lines = [
      ...this.lines.filter(({ line }: { line: number }) => line !== asking.line),
      { line: asking.line, meaning },
    ]
    const asked = { schoolId: this.query.schoolId, fileId: this.fileId, lines }
    const reply = await submitOnce(this, () => call('calendar.preview', asked))
    if (!reply) return
    if (!reply.ok) return this.refuse(reply.error)
    this.lines = lines
    this.take(reply.data)
  },

  async onPress() {
    const { preview, fileId, lines } = this
    const { schoolId } = this.query
    if (!preview || !this.data.view?.canImport) return this.onChoose()
    const { digest, version } = preview
    const kept = await this.act(() => importCalendar({ schoolId, fileId, lines, digest, version }))
    if (kept) goBack()
  },
  /** The file or the calendar is another one by now: it is read again. */
  async onWay() {
    this.setData({ refusal: null })
    if (!this.fileId || !this.preview) return this.onChoose()
    const reply = await call('calendar.preview', {
      schoolId: this.query.schoolId,
      fileId: this.fileId,
      lines: this.lines,
    })
    if (reply.ok) this.take(reply.data)
    else this.refuse(reply.error)
  },
})

/** A file from a chat; closing the picker gives none. */
async function pickFile(): Promise<{ path: string; name: string; size: number } | undefined> {
  try {
    const { tempFiles } = await wx.chooseMessageFile({ count: 1, type: 'file', extension: EXTENSIONS })
    return tempFiles[0]
  } catch {
    return undefined
  }
}
