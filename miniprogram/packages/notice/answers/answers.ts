// Decides what staff do with the answers to a form: look, take them along, send the result to those asked (N20).
import type { Input } from '@class-pact/core/contract'
import { call, createSender, type PhoneReply } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { ROUTES, openPage, openTab } from '../../../services/routes'
import { presentAnswers } from './present'
import type { AnswersView } from './present'

const share = createSender('answers.share')

definePage({
  data: { view: null as AnswersView | null, result: null as object | null },
  query: { noticeId: '', classId: '' },
  refusesOnTop: true,
  reads: 'answers.read',
  list: 'rows',
  ask({ noticeId, classId }): Input<'answers.read'> {
    return { noticeId, ...(classId && { classId }) }
  },
  present(page) {
    const { form, questions, words, sheets, hidden, before = null } = page
    return {
      view: presentAnswers(page, Date.now()),
      result: hidden ? null : { form, questions, words, before, total: sheets },
    }
  },
  onClass(event: TapEvent) {
    openPage(ROUTES.answers({ noticeId: this.query.noticeId, classId: event.currentTarget.dataset['id'] as string }))
  },
  onBoard() {
    openPage(ROUTES.board(this.query))
  },
  onPhoto(event: TapEvent) {
    const url = event.currentTarget.dataset['url'] as string
    void wx.previewImage({ urls: [url] })
  },
  async onExport() {
    const { noticeId, classId } = this.query
    await this.act(() => openFile({ noticeId, ...(classId && { classId }) }))
  },
  async onShare() {
    const { confirm } = await wx.showModal({
      title: '把结果发给家长',
      content: '收到这份通知的家长会在通知里看到各题的数字，看不到谁填了什么。发出后不能收回。',
      confirmText: '发给家长',
    })
    if (!confirm) return
    if (await this.act(() => share({ noticeId: this.query.noticeId }))) await this.load()
  },
  onWay(event: ToldEvent<{ code: string }>) {
    this.setData({ refusal: null })
    if (event.detail.code === 'back_to_today') openTab('today')
    else void this.load()
  },
})

/** Opens the file; its menu sends it to a chat, where a computer has it too. */
async function openFile(of: Input<'answers.export'>): Promise<PhoneReply<true>> {
  const reply = await call('answers.export', of)
  if (!reply.ok) return reply
  try {
    const filePath = `${wx.env.USER_DATA_PATH}/${reply.data.name}`
    await download(reply.data.url, filePath)
    await wx.openDocument({ filePath, fileType: 'xlsx', showMenu: true })
    return { ok: true, data: true }
  } catch {
    return { ok: false, error: { code: 'TRY_AGAIN' } }
  }
}

/** `filePath` gives the document its name. */
function download(url: string, filePath: string): Promise<void> {
  return new Promise((resolve, reject) => {
    wx.downloadFile({
      ...{ url, filePath },
      success: ({ statusCode }) => (statusCode === 200 ? resolve() : reject(new Error(String(statusCode)))),
      fail: reject,
    })
  })
}
