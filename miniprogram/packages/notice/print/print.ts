// Decides what is kept of a signed notice by a family, or by the teacher for one child: text, version, who, when (N17).
import { beijingDay } from '@class-pact/core/calendar'
import type { SlipProof } from '@class-pact/core/contract'
import { formatClass, formatLongDate, formatStampTime } from '../../../services/format'
import { definePage } from '../../../services/define-page'
import { submitOnce } from '../../../services/page-frame'
import { currentIdentity } from '../../../services/session'
import { RELATION_WORDS } from '../../../services/words'
import { presentFields, writeFields, type FieldLines } from '../../../domains/notice/field-lines'
import {
  PAPER_WIDTH,
  drawArchive,
  measureArchive,
  type ArchiveText,
  type PaperContext,
  type Signature,
} from './draw-archive'

interface PaperCanvas {
  width: number
  height: number
  getContext(kind: '2d'): PaperContext
  createImage(): { src: string; width: number; height: number; onload: () => void; onerror: () => void }
}

/** Everything the archive says of one child; nothing of it before somebody has signed. */
function presentArchive(proof: SlipProof): { text: ArchiveText; ink: string } | undefined {
  const { signed, childId, childName, className } = proof
  if (!signed) return undefined
  const { at, signer, version, late, typedName, opinion, signatureUrl = '' } = signed
  const own = currentIdentity()
  const isMine = own?.childId === childId && own.card === signer
  const relation = isMine && own.relation ? RELATION_WORDS[own.relation] : signer.replace(childName, '')
  const receipt = [
    { label: '孩子', text: `${formatClass(className)} ${childName}` },
    { label: '签收', text: signer },
    { label: '关系', text: relation },
    {
      label: '时间',
      text: `${formatLongDate(beijingDay(at)).slice(0, 5)}${formatStampTime(at)}${late ? '（逾期）' : ''}`,
    },
    { label: '版本', text: `第${version}版` },
    ...(opinion ? [{ label: '意见', text: opinion }] : []),
    ...(typedName ? [{ label: '签名', text: `${typedName}（输入）` }] : []),
  ]
  return {
    text: {
      title: proof.title,
      salutation: formatClass(proof.salutation),
      paragraphs: [
        ...proof.body.split(/\n+/).filter((line) => line.trim() !== ''),
        ...writeFields(proof.fields, proof),
      ],
      issuer: formatClass(proof.issuer),
      date: formatLongDate(beijingDay(proof.publishedAt)),
      receipt,
    },
    ink: signatureUrl,
  }
}

definePage({
  data: {
    text: null as ArchiveText | null,
    body: '',
    lines: null as FieldLines | null,
    day: '',
    ink: '',
    saved: false,
    denied: false,
  },
  query: { noticeId: '', classId: '', childId: '' },
  reads: 'slip.proof',
  ask(query) {
    return query
  },
  present(proof): object {
    const archive = presentArchive(proof)
    const day = beijingDay(proof.publishedAt)
    const lines = presentFields(proof.fields, proof)
    return archive ? { text: archive.text, ink: archive.ink, body: proof.body, lines, day } : {}
  },
  async onSave() {
    await submitOnce(this, async () => {
      const path = await this.drawPicture()
      if (!path) return
      try {
        await wx.saveImageToPhotosAlbum({ filePath: path })
        this.setData({ saved: true, denied: false })
      } catch {
        this.setData({ denied: true })
      }
    })
  },
  async drawPicture(): Promise<string | undefined> {
    const { text, ink } = this.data
    if (!text) return undefined
    const canvas = await findCanvas()
    if (!canvas) return undefined
    const context = canvas.getContext('2d')
    const signature = ink ? await loadImage(canvas, ink) : undefined
    const height = measureArchive(context, text)
    Object.assign(canvas, { width: PAPER_WIDTH, height })
    drawArchive(context, text, signature)
    const { tempFilePath } = await wx.canvasToTempFilePath({
      canvas: canvas as never,
      destWidth: PAPER_WIDTH,
      destHeight: height,
      fileType: 'jpg',
    })
    return tempFilePath
  },
  /** The album was refused: the phone's own settings open. */
  onSettings() {
    void wx.openSetting()
    this.setData({ denied: false })
  },
})

function findCanvas(): Promise<PaperCanvas | undefined> {
  return new Promise((resolve) => {
    wx.createSelectorQuery()
      .select('#archive')
      .fields({ node: true }, (found) => resolve((found as { node?: PaperCanvas } | null)?.node))
      .exec()
  })
}

function loadImage(canvas: PaperCanvas, src: string): Promise<Signature | undefined> {
  return new Promise((resolve) => {
    const image = canvas.createImage()
    image.onload = () => resolve({ image, width: image.width, height: image.height })
    image.onerror = () => resolve(undefined)
    image.src = src
  })
}
