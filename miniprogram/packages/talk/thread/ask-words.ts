// Decides what a panel asks for when a matter is handed upward, or an idea is taken up (G07, P06).
import type { LeaderWord } from '../../../domains/talk/words'

export function askWords(act: 'pass' | 'thank', leader: LeaderWord) {
  if (act === 'thank') {
    return {
      ...{ title: '采纳并感谢', effect: '只有这一家看到，不发到班级。', ask: '请说一句感谢', label: '感谢的话' },
      ...{ act: '送出感谢', missing: '请先写一句话' },
      ready: ['这个办法很好，我们已经采纳，谢谢您。', '谢谢您想的办法，我们会试一试。'],
    }
  }
  return {
    ...{ title: `转${leader}室`, ask: `请写清楚要${leader}室做什么`, label: `给${leader}室的话` },
    effect: `${leader}室从现在起能看到这里的信，由${leader}室答复；家长会看到。`,
    ...{ act: `转${leader}室`, missing: '请先写明原因' },
    ready: ['这件事需要学校答复', '涉及多个班级，请学校处理'],
  }
}
