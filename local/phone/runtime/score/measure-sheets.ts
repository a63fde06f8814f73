// Decides whether the sheets of a page use what 体验评分 advises against.
import type { CompiledApp } from '../../bundle-format'
import { findFrameworkElement } from '../engine/glass-easel'
import { judge, RULES, type Measurements, type Offender } from './rules'

const RULE = /([^{}]+)\{([^{}]*)\}/g

/** Reads the sheets of the page and of the components on it; what packages bring with them is theirs. */
export function measureSheets(root: HTMLElement, page: string, { styles }: CompiledApp): Measurements {
  const used = new Set(['app', page])
  for (const element of root.querySelectorAll('*')) {
    const host = findFrameworkElement(element)?.ownerShadowRoot?.getHostNode()
    if (host && !host.is.startsWith('miniprogram_npm/')) used.add(host.is)
  }
  const active: Offender[] = []
  const still: Offender[] = []
  for (const name of used) {
    for (const [, selector = '', body = ''] of (styles[name] ?? '').matchAll(RULE)) {
      const where = `${name}.wxss ${selector.trim()}`
      if (/:active\b/.test(selector)) active.push({ where, found: 1 })
      if (/overflow(-[xy])?:\s*scroll/.test(body) && !body.includes('-webkit-overflow-scrolling'))
        still.push({ where, found: 1 })
    }
  }
  return { active: judge(active, RULES.active.limit), inertia: judge(still, RULES.inertia.limit) }
}
