// Decides the tab bar: which four tabs a role has, which is chosen, and what waits behind them.
import { readBadges, subscribeBadges, type Badges } from '../services/badges'
import { readFontScale } from '../services/font-scale'
import { keepOwn, readOwn } from '../services/own-state'
import { TABS } from '../services/routes'
import { isLeader, readSession, subscribeSession } from '../services/session'

type TabName = keyof typeof TABS
interface TabItem {
  name: TabName
  path: string
  text: string
  icon: string
  badge: number
}

const TEXT: Record<TabName, string> = { today: '今天', notices: '通知', class: '班级', statistics: '统计', me: '我的' }
const ICONS: Record<TabName, string> = {
  today: 'today',
  notices: 'notice',
  class: 'people',
  statistics: 'stats',
  me: 'me',
}
/** screens.md 2: P T S see their class, H O the figures. */
const MEMBER_TABS: readonly TabName[] = ['today', 'notices', 'class', 'me']
const LEADER_TABS: readonly TabName[] = ['today', 'notices', 'statistics', 'me']
/** A bureau is in no class and no school: its own pages are on 今天. */
const BUREAU_TABS: readonly TabName[] = ['today', 'me']

function listTabs(badges: Badges): TabItem[] {
  const role = readSession().identity?.role
  const names = role === 'bureau' ? BUREAU_TABS : isLeader(role) ? LEADER_TABS : MEMBER_TABS
  const counts: Partial<Record<TabName, number>> = { ...badges }
  return names.map((name) => ({
    name,
    path: TABS[name],
    text: TEXT[name],
    icon: ICONS[name],
    badge: counts[name] ?? 0,
  }))
}

Component({
  data: {
    /** Route of the page this bar stands under, without a leading slash. */
    selected: '',
    /** A dock stands on the bar: no line between them. */
    joined: false,
    scale: readFontScale(),
    items: [] as TabItem[],
  },
  lifetimes: {
    attached() {
      // Every page has a bar of its own, and hears of every change: only what looks different is drawn again.
      const show = () => {
        const next = { items: listTabs(readBadges()), scale: readFontScale() }
        const { items, scale } = this.data
        if (JSON.stringify(next) !== JSON.stringify({ items, scale })) this.setData(next)
      }
      keepOwn(this, [subscribeBadges(show), subscribeSession(show)])
      show()
    },
    detached() {
      for (const stop of readOwn<(() => void)[]>(this, [])) stop()
    },
  },
  methods: {
    onTab(event: TapEvent) {
      const path: string = event.currentTarget.dataset['path']
      if (path !== `/${this.data.selected}`) void wx.switchTab({ url: path })
    },
  },
})
