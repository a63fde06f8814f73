// Decides how a head teacher answers a request for another account: both agree, or the old one is gone (M13).
import type { Input, Member, WaitingMove } from '@class-pact/core/contract'
import { call, createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { ROUTES, openPage } from '../../../services/routes'
import { presentMove, type MoveRow } from './present'

const decide = createSender('move.decide')
const STAFF_WHO_DECIDE = ['head_teacher', 'office', 'principal']
const NO_ROW = { moveId: '', who: '' }

definePage({
  data: {
    rows: [] as MoveRow[],
    /** Turned down, in the panel. */
    chosen: NO_ROW,
    /** Children, then seats, to choose from where nothing fits by itself. */
    options: [] as { key: string; label: string; sub: string }[],
  },
  query: { classId: '' },
  reads: 'move.list',
  list: 'moves',
  members: [] as Member[],
  choosing: undefined as Input<'move.decide'> | undefined,
  actsAs({ role, classId }, query) {
    return STAFF_WHO_DECIDE.includes(role) && (!classId || classId === query.classId)
  },
  ask({ classId }) {
    return { classId }
  },
  present({ moves }) {
    return { rows: moves.map((move) => presentMove(move, Date.now())) }
  },
  found(event: TapEvent): WaitingMove | undefined {
    const { id } = event.currentTarget.dataset as { id: string }
    return this.answer?.moves.find(({ moveId }) => moveId === id)
  },
  async onApprove(event: TapEvent) {
    const move = this.found(event)
    if (!move) return
    const isSaid = move.said === 'yes'
    const { confirm } = await wx.showModal({
      title: '换微信号',
      content: isSaid
        ? '原来的微信已经说是本人。通过后，席位换到新的微信号，原来的微信不再看到本班。'
        : '原来的微信还没有回应。请先打电话核实是本人、原来的微信不用了，再点确定。',
      confirmText: isSaid ? '通过' : '已核实',
      cancelText: '再等等',
    })
    if (!confirm) return
    const input = { moveId: move.moveId, approve: true, ...(!isSaid && { gone: true }) }
    if (move.childId && move.seat) return this.send(input)
    this.choosing = input
    await this.offerChildren(move)
  },
  /** Nothing fits by itself: whoever decides says which child, then whose seat. */
  async offerChildren({ childId }: WaitingMove) {
    const reply = await call('class.members', { classId: this.query.classId })
    if (!reply.ok) return this.refuse(reply.error)
    this.members = reply.data.members
    if (childId) return this.offerSeats(childId)
    const options = this.members.map(({ childId: key, no, name, guardians }) => ({
      ...{ key, label: `${no} ${name}`, sub: guardians.map(({ card }) => card).join('、') || '还没有家长' },
    }))
    this.openPanel('child', { options })
  },
  offerSeats(childId: string) {
    const member = this.members.find((each) => each.childId === childId)
    this.choosing = this.choosing && { ...this.choosing, childId }
    const options = (member?.guardians ?? []).map(({ card, since }) => ({
      ...{ key: `${since}`, label: card, sub: '' },
    }))
    this.openPanel('seat', { options })
  },
  async onOption(event: TapEvent) {
    const { key, label } = event.currentTarget.dataset as { key: string; label: string }
    if (this.data.panel === 'child') return this.offerSeats(key)
    this.onClosePanel()
    if (this.choosing) await this.send({ ...this.choosing, seat: { card: label, since: Number(key) } })
  },
  onReject(event: TapEvent) {
    const move = this.found(event)
    if (move) this.openPanel('reject', { chosen: { moveId: move.moveId, who: move.guardianName } })
  },
  async onSendReject({ detail: { words } }: ToldEvent<{ words: string }>) {
    await this.send({ moveId: this.data.chosen.moveId, approve: false, words })
  },
  async send(input: Input<'move.decide'>) {
    if (!(await this.act(() => decide(input), input.moveId))) return
    this.onClosePanel()
    await this.load()
  },
  onMembers() {
    openPage(ROUTES.members({ classId: this.query.classId }))
  },
})
