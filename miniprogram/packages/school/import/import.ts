// Decides how a roster comes in: a file from a chat, every problem by its row, then class by class (screens.md 3.21).
import type { RosterPreview } from '@class-pact/core/contract'
import { call } from '../../../services/cloud'
import type { PhoneError } from '../../../services/cloud'
import { dressPage, newFrame, submitOnce } from '../../../services/page-frame'
import { ROUTES, replacePage } from '../../../services/routes'
import { presentFailure } from '../../../services/refusals'
import type { Refusal } from '../../../services/sentences'
import { uploadAll } from '../../../services/upload'
import { isLeader, openSession, switchTo } from '../../../services/session'
import { presentProgress, presentRoster } from './present'
import type { PreviewView, ProgressView } from './present'
import { endImport, readImport, runImport, subscribeImport } from './run-import'

/** The largest file that is read; a roster of 5000 rows has about 300 KB. */
const FILE_BYTES_MAX = 5 * 1024 * 1024

Page({
  data: {
    frame: newFrame('ready'),
    view: null as PreviewView | null,
    fileName: '',
    progress: null as ProgressView | null,
    refusal: null as Refusal | null,
    showAll: false,
  },
  schoolId: '',
  fileId: '',
  preview: undefined as RosterPreview | undefined,
  stopListening: undefined as (() => void) | undefined,

  onLoad({ schoolId = '' }: { schoolId?: string }) {
    this.schoolId = schoolId
    this.stopListening = subscribeImport(() => this.follow())
    void this.start()
  },
  onShow() {
    dressPage(this)
  },
  onUnload() {
    this.stopListening?.()
    endImport()
  },
  async start() {
    const session = await openSession()
    if (!session.ok) return this.refuse(session.error)
    switchTo(({ role, schoolId }) => isLeader(role) && schoolId === this.schoolId)
    this.follow()
  },
  /** Shows the run that is going on, also one started before this page was opened again. */
  follow() {
    const { running } = readImport()
    if (!running || running.schoolId !== this.schoolId) return
    this.preview = running.preview
    this.fileId = running.fileId
    this.setData({
      view: presentRoster(running.preview),
      progress: presentProgress(running),
      refusal: running.error ? presentFailure(running.error) : null,
    })
  },

  async onChoose() {
    endImport()
    const file = await pickWorkbook()
    if (!file) return
    if (file.size > FILE_BYTES_MAX) return this.setData({ refusal: presentFailure({ code: 'FILE_UNREADABLE' }) })
    this.setData({ fileName: file.name, refusal: null, progress: null, view: null })
    const reply = await submitOnce(this, async () => {
      const uploaded = await uploadAll('roster', [file.path], this.schoolId)
      if (!uploaded.ok) return uploaded
      this.fileId = uploaded.data[0] ?? ''
      return call('roster.preview', { schoolId: this.schoolId, fileId: this.fileId })
    })
    if (!reply) return
    if (!reply.ok) return this.refuse(reply.error)
    this.preview = reply.data
    this.setData({ view: presentRoster(reply.data) })
  },
  onPress() {
    const { preview, fileId, schoolId } = this
    if (this.data.progress?.done) replacePage(ROUTES.schoolSetup())
    else if (preview && this.data.view?.canImport) void runImport(schoolId, fileId, preview)
    else void this.onChoose()
  },
  onMore() {
    this.setData({ showAll: true })
  },
  refuse(error: PhoneError) {
    this.setData({ refusal: presentFailure(error) })
    void wx.pageScrollTo({ scrollTop: 0 })
  },
  onWay() {
    this.setData({ refusal: null })
    const { preview, fileId, schoolId } = this
    if (preview && readImport().running?.error) void runImport(schoolId, fileId, preview)
    else void this.onChoose()
  },
})

/** A workbook from a chat; closing the picker gives none. */
async function pickWorkbook(): Promise<{ path: string; name: string; size: number } | undefined> {
  try {
    const { tempFiles } = await wx.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx'] })
    return tempFiles[0]
  } catch {
    return undefined
  }
}
