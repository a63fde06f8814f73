// Decides what leaders see of a draw: how many were drawn and answered, what they said, how to check it (H04).
import type { Draw, Instant } from '@class-pact/core/contract'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { formatDueTime, formatMoment } from '../../../services/format'
import { isLeader } from '../../../services/session'

const voidDraw = createSender('draw.void')

interface DrawView {
  title: string
  figure: string
  by: string
  seed: string
  hidden: string
  voided: string
  canVoid: boolean
}

definePage({
  data: { view: null as DrawView | null, result: null as object | null },
  query: { schoolId: '', drawId: '' },
  reads: 'draw.read',
  refusesOnTop: true,
  actsAs: ({ role, schoolId }, query) => isLeader(role) && schoolId === query.schoolId,
  ask({ schoolId, drawId }) {
    return schoolId && drawId ? { schoolId, drawId } : undefined
  },
  present(draw) {
    const { questions, counts, words, sheets, hidden } = draw
    return {
      view: presentDraw(draw, draw.now),
      result: hidden || draw.state === 'void' ? null : { form: { questions }, questions: counts, words, total: sheets },
    }
  },
  onVoid() {
    this.openPanel('void')
  },
  async onVoided(event: ToldEvent<{ words: string }>) {
    const { schoolId, drawId } = this.query
    if (await this.act(() => voidDraw({ schoolId, drawId, words: event.detail.words }))) await this.load()
  },
})

function presentDraw(draw: Draw, now: Instant): DrawView {
  const { title, families, drawn, answered, percent, by, madeAt, seed, repeats, state, voided } = draw
  return {
    title,
    figure: `${families}个家庭里抽了${drawn}个，已填${answered}份`,
    by: `${by}${formatMoment(madeAt, now)}抽取，不少于${percent}%`,
    seed: `抽签种子：${seed}，${repeats ? '按它重抽一遍，结果一致' : '按它重抽，结果不一致'}`,
    hidden: state === 'void' ? '' : sayHidden(draw, now),
    voided: voided ? `${voided.by}${formatMoment(voided.at, now)}作废：${voided.words}` : '',
    canVoid: state !== 'void',
  }
}

function sayHidden({ hidden, deadline, least }: Draw, now: Instant): string {
  if (hidden === 'open') return `${formatDueTime(deadline, now)}截止，截止后显示结果，免得看出是谁填的`
  return hidden === 'few' ? `收到的不到${least}份，不显示结果，免得看出是谁填的` : ''
}
