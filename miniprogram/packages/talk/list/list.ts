// Decides which talks somebody sees: of an own child, of a teacher's class, or what lies with the leaders (3.13).
import type { Input } from '@class-pact/core/contract'
import { hasNews } from '../../../domains/talk/read-marks'
import { leaderWord } from '../../../domains/talk/words'
import { definePage } from '../../../services/define-page'
import { ROUTES, openPage } from '../../../services/routes'
import { currentIdentity, isLeader, isTeacher } from '../../../services/session'
import { presentTalks, type TalksView } from './present'

const WORDS = {
  child: {
    ...{ title: '私聊', act: '写给老师', second: '意见箱', empty: '还没有写过信' },
    note: '每件事一封，只有您家和收信的老师能看到。',
  },
  class: {
    ...{ title: '私聊', act: '写给家长', second: '', empty: '还没有私聊' },
    note: '每件事一封，只有这个孩子的家长和您能看到。',
  },
  school: {
    ...{ title: '信箱', act: '', second: '', empty: '信箱里没有信' },
    note: '家长写给您的、老师转交的、家长请您看的，都在这里。',
  },
}

definePage({
  data: { view: null as TalksView | null, words: WORDS.child, title: '' },
  query: { childId: '', classId: '', schoolId: '' },
  reads: 'talk.list',
  list: 'talks',
  loadsOnShow: true,
  actsAs({ role, childId, classId, schoolId }, query) {
    if (query.childId) return role === 'guardian' && childId === query.childId
    if (query.classId) return isTeacher(role) && classId === query.classId
    return (isLeader(role) || role === 'officer') && schoolId === query.schoolId
  },
  ask({ childId, classId, schoolId }): Input<'talk.list'> | undefined {
    if (childId) return { of: 'child', childId }
    if (classId) return { of: 'class', classId }
    return schoolId ? { of: 'school', schoolId } : undefined
  },
  present({ talks }) {
    const { childId, classId } = this.query
    const of = childId ? 'child' : classId ? 'class' : 'school'
    const leader = leaderWord(currentIdentity()?.schoolKind)
    const title = of === 'school' ? `${leader}信箱` : WORDS[of].title
    return { view: presentTalks(talks, Date.now(), { of, leader, hasNews }), words: WORDS[of], title }
  },
  onTalk(event: TapEvent) {
    openPage(ROUTES.talk({ talkId: event.currentTarget.dataset['id'] as string }))
  },
  onWrite() {
    const { childId, classId } = this.query
    openPage(ROUTES.talkWrite(childId ? { childId } : { classId }))
  },
  onSuggest() {
    openPage(ROUTES.talkWrite({ childId: this.query.childId, about: 'opinion' }))
  },
})
