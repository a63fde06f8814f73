// Decides what the two accounts see of a request to change: how it stands, or whether it is the same person (M13).
import type { Move } from '@class-pact/core/contract'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { formatClass, formatMoment } from '../../../services/format'
import { openTab } from '../../../services/routes'
import { refreshSession } from '../../../services/session'
import { RELATION_WORDS } from '../../../services/words'

const answerMove = createSender('move.answer')
const withdrawMove = createSender('move.withdraw')

interface MoveView {
  icon: 'check' | 'clock' | 'info'
  title: string
  sentence: string
  /** The seat is the reader's, and nothing has been said yet. */
  asks: boolean
  canWithdraw: boolean
}

function presentMove(move: Move, now: number): MoveView {
  const { holds, state, said, childName, guardianName, relation, className, words } = move
  const place = formatClass(className)
  const who = `${childName}的${RELATION_WORDS[relation]}${guardianName}`
  const plain = { asks: false, canWithdraw: false }
  if (state === 'approved') {
    const sentence = holds ? `席位已换到新的微信号。这个微信不再看到${place}。` : `${place}，以后用这个微信签收和请假。`
    return { icon: 'check', title: '微信号已换好', sentence, ...plain }
  }
  if (state === 'rejected') return { icon: 'info', title: '老师未通过', sentence: words ?? '请联系班主任。', ...plain }
  if (state === 'withdrawn') return { icon: 'info', title: '已撤回', sentence: who, ...plain }
  if (!holds) {
    const sentence =
      said === 'yes' ? '原来的微信已同意，等班主任通过。' : '请用原来的微信打开家校约点“是我”，或打电话请班主任核实。'
    return { icon: 'clock', title: '已提交，等老师核对', sentence, asks: false, canWithdraw: true }
  }
  if (said !== 'none') {
    const sentence = said === 'yes' ? '班主任通过后，席位就换到新的微信号。' : '班主任会看到，席位还是您的。'
    return { icon: 'clock', title: said === 'yes' ? '您说是您本人' : '您说不是您', sentence, ...plain }
  }
  const sentence = `${formatMoment(move.createdAt, now)}，有人用另一个微信号，自称是${who}，要接替您在${place}的席位。`
  return { icon: 'info', title: '是您换了微信号吗？', sentence, asks: true, canWithdraw: false }
}

definePage({
  data: { view: null as MoveView | null },
  query: { moveId: '' },
  isForFamily: true,
  reads: 'move.read',
  loadsOnShow: true,
  ask({ moveId }) {
    return { moveId }
  },
  present(move) {
    return { view: presentMove(move, Date.now()) }
  },
  async load() {
    await this.read()
    if (this.data.view?.icon === 'check') await refreshSession()
  },
  async onMine() {
    await this.say(true)
  },
  async onNotMine() {
    await this.say(false)
  },
  async say(mine: boolean) {
    const { moveId } = this.query
    if (await this.act(() => answerMove({ moveId, mine }))) await this.load()
  },
  async onWithdraw() {
    const { moveId } = this.query
    if (await this.act(() => withdrawMove({ moveId }))) await this.load()
  },
  onToday() {
    openTab('today')
  },
})
