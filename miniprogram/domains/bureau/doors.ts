// Decides what stands on the bureau's 今天: its pages (screens.md 3.29).
export const BUREAU_DOORS = [
  { to: 'bureauSchools', icon: 'school', text: '我的学校', sub: '送达、请假、台账、督查' },
  { to: 'bureauPermissions', icon: 'shield', text: '许可号', sub: '募捐求助要有许可号，学校才能发' },
  { to: 'bureauNotice', icon: 'notice', text: '给学校的通知', sub: '哪些学校已发布' },
] as const
