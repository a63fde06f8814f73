// Decides where everything is: the tabs, and what each domain says of its pages.
import { ACCOUNT_ROUTES } from '../domains/account/routes'
import { ALBUM_ROUTES } from '../domains/album/routes'
import { ATTENDANCE_ROUTES } from '../domains/attendance/routes'
import { BOOKING_ROUTES } from '../domains/booking/routes'
import { BUREAU_ROUTES } from '../domains/bureau/routes'
import { CLASS_ROUTES } from '../domains/class/routes'
import { DRAW_ROUTES } from '../domains/draw/routes'
import { INCIDENT_ROUTES } from '../domains/incident/routes'
import { JOIN_ROUTES } from '../domains/join/routes'
import { LEAVE_ROUTES } from '../domains/leave/routes'
import { NOTICE_ROUTES } from '../domains/notice/routes'
import { OFFICE_ROUTES } from '../domains/office/routes'
import { PACT_ROUTES } from '../domains/pact/routes'
import { PURGE_ROUTES } from '../domains/purge/routes'
import { REGISTER_ROUTES } from '../domains/register/routes'
import { ROLL_ROUTES } from '../domains/roll/routes'
import { SCHOOL_ROUTES } from '../domains/school/routes'
import { SETTINGS_ROUTES } from '../domains/settings/routes'
import { STATISTICS_ROUTES } from '../domains/statistics/routes'
import { TALK_ROUTES } from '../domains/talk/routes'
import { TASK_ROUTES } from '../domains/task/routes'
import { TIMETABLE_ROUTES } from '../domains/timetable/routes'
import { YEAR_ROUTES } from '../domains/year/routes'

/** Every page outside the tab bar. */
export const ROUTES = {
  ...ACCOUNT_ROUTES,
  ...ALBUM_ROUTES,
  ...ATTENDANCE_ROUTES,
  ...BOOKING_ROUTES,
  ...BUREAU_ROUTES,
  ...CLASS_ROUTES,
  ...DRAW_ROUTES,
  ...INCIDENT_ROUTES,
  ...JOIN_ROUTES,
  ...LEAVE_ROUTES,
  ...NOTICE_ROUTES,
  ...OFFICE_ROUTES,
  ...PACT_ROUTES,
  ...PURGE_ROUTES,
  ...REGISTER_ROUTES,
  ...ROLL_ROUTES,
  ...SCHOOL_ROUTES,
  ...SETTINGS_ROUTES,
  ...STATISTICS_ROUTES,
  ...TALK_ROUTES,
  ...TASK_ROUTES,
  ...TIMETABLE_ROUTES,
  ...YEAR_ROUTES,
} as const

/** Tab pages. */
export const TABS = {
  today: '/pages/today/today',
  notices: '/pages/notices/notices',
  class: '/pages/class/class',
  statistics: '/pages/statistics/statistics',
  me: '/pages/me/me',
} as const

/** Opens a page on top of this one. */
export function openPage(url: string): void {
  void wx.navigateTo({ url })
}

/** Replaces this page. */
export function replacePage(url: string): void {
  void wx.redirectTo({ url })
}

/** Goes to a tab; what is open above it closes. */
export function openTab(tab: keyof typeof TABS): void {
  void wx.switchTab({ url: TABS[tab] })
}

/** One page back; a page that a message opened has none, so it goes to 今天. */
export function goBack(): void {
  if (getCurrentPages().length > 1) void wx.navigateBack()
  else openTab('today')
}
