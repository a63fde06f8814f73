// Decides which kinds of style isolation there are, and which of them give a unit a scope of its own: 「组件样式隔离」.

export const ISOLATIONS = [
  'isolated',
  'apply-shared',
  'shared',
  'page-isolated',
  'page-apply-shared',
  'page-shared',
] as const

/** Whether the classes of a sheet are the unit's own. */
export function isScoped(isolation: string): boolean {
  return isolation !== 'shared' && isolation !== 'page-shared'
}
