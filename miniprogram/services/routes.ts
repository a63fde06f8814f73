// Decides where everything is: paths of pages with what they need to know.

type Query = Record<string, string | number | undefined>

function withQuery(path: string, query: Query): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined)
  return pairs.length === 0
    ? path
    : `${path}?${pairs.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join('&')}`
}

/** Every page outside the tab bar. */
export const ROUTES = {
  invite: (query: { token: string }) => withQuery('/packages/join/invite/invite', query),
  joinStatus: (query: { applicationId?: string; token?: string; joined?: string; lines?: string }) =>
    withQuery('/packages/join/status/status', query),
  notice: (query: { noticeId: string; classId: string }) => withQuery('/packages/notice/detail/detail', query),
  archive: (query: { noticeId: string; classId: string; childId: string }) =>
    withQuery('/packages/notice/print/print', query),
  compose: (query: { classId?: string; noticeId?: string; to?: 'child' }) =>
    withQuery('/packages/notice/compose/compose', query),
  preview: () => '/packages/notice/preview/preview',
  board: (query: { noticeId: string; classId: string }) => withQuery('/packages/notice/board/board', query),
  leaveForm: (query: { childId?: string; again?: string }) => withQuery('/packages/leave/form/form', query),
  leave: (query: { leaveId: string }) => withQuery('/packages/leave/item/item', query),
  approve: (query: { classId: string; leaveId?: string }) => withQuery('/packages/leave/approve/approve', query),
  members: (query: { classId: string; tab?: string }) => withQuery('/packages/class/members/members', query),
  applications: (query: { schoolId: string }) => withQuery('/packages/class/applications/applications', query),
  classInvite: (query: { classId: string; childId?: string; as?: 'head_teacher' | 'teacher' }) =>
    withQuery('/packages/class/invite/invite', query),
  pact: (query: { schoolId: string; rule?: string; version?: number }) =>
    withQuery('/packages/pact/rules/rules', query),
  preset: (query: { schoolId: string }) => withQuery('/packages/pact/preset/preset', query),
  cases: (query: { classId?: string; schoolId?: string; childId?: string; card?: string; since?: number }) =>
    withQuery('/packages/class/case/case', query),
  log: (query: { classId: string }) => withQuery('/packages/pact/log/log', query),
  reports: (query: { schoolId: string }) => withQuery('/packages/pact/reports/reports', query),
  audit: (query: { schoolId: string }) => withQuery('/packages/pact/audit/audit', query),
  queue: (query: { schoolId: string }) => withQuery('/packages/pact/queue/queue', query),
  overrides: (query: { schoolId: string }) => withQuery('/packages/pact/overrides/overrides', query),
  schoolSetup: () => '/packages/school/setup/setup',
  schoolImport: (query: { schoolId: string }) => withQuery('/packages/school/import/import', query),
  classStatistics: (query: { classId: string; range?: 'week' | 'month' | 'term' }) =>
    withQuery('/packages/statistics/class/class', query),
  reminders: () => '/packages/settings/reminders/reminders',
  privacy: () => '/packages/settings/privacy/privacy',
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
