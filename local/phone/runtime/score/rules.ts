// Decides which rules of WeChat's 体验评分 are measured here: their numbers, their weight and the page each comes from.

const PERFORMANCE = 'framework/audits/performance'
const EXPERIENCE = 'framework/audits/accessibility'
const PRACTICE = 'framework/audits/best-practice'
const DESIGN = 'design (微信小程序设计指南)'

export interface Rule {
  /** The rule in the words of the document. */
  name: string
  /** Page of developers.weixin.qq.com/miniprogram/dev. */
  source: string
  /** 「评分方法」; 0 is only a hint there, but is measured here all the same. */
  weight: number
  /** What must not be exceeded, or, for sizes and contrast, be fallen short of. */
  limit: number
  unit: string
  /** Measured with a clock: a machine that does other things as well takes longer than a phone. */
  clocked: boolean
}

const rule = (name: string, source: string, weight: number, limit: number, unit: string, clocked = false): Rule => ({
  name,
  source,
  weight,
  limit,
  unit,
  clocked,
})

/** Rule ids, and what each demands. */
export const RULES = {
  'first-screen': rule('首屏时间', PERFORMANCE, 6, 5000, 'ms', true),
  render: rule('渲染时间', PERFORMANCE, 6, 500, 'ms', true),
  script: rule('脚本执行时间', PERFORMANCE, 7, 1000, 'ms', true),
  'set-data-rate': rule('setData 调用频率', PERFORMANCE, 6, 20, 'calls a second of the app’s own time'),
  'set-data-size': rule('setData 数据大小', PERFORMANCE, 6, 256 * 1024, 'bytes'),
  nodes: rule('WXML 节点数', PERFORMANCE, 6, 1000, 'nodes'),
  depth: rule('WXML 节点数: 节点树深度', PERFORMANCE, 0, 30, 'levels'),
  children: rule('WXML 节点数: 子节点数', PERFORMANCE, 0, 60, 'children'),
  'request-time': rule('请求耗时', PERFORMANCE, 5, 1000, 'ms', true),
  'request-count': rule('网络请求数', PERFORMANCE, 5, 10, 'at once, slower than 300 ms', true),
  'request-repeat': rule('网络请求缓存', PERFORMANCE, 2, 128 * 1024, 'bytes, twice in 3 minutes'),
  // The page has been revised: 6 in its older wording, 20 in the newer one. The stricter holds.
  'image-count': rule('图片请求数', PERFORMANCE, 5, 6, 'at once, slower than 100 ms', true),
  'image-size': rule('图片大小', PERFORMANCE, 4, 1, '× shown area × dpr²'),
  inertia: rule('开启惯性滚动', EXPERIENCE, 8, 0, 'rules without -webkit-overflow-scrolling'),
  active: rule('避免使用 :active 伪类来实现点击态', EXPERIENCE, 8, 0, 'rules'),
  'image-ratio': rule('保持图片大小比例', EXPERIENCE, 4, 0.15, 'off the ratio'),
  'tap-size': rule('可点击元素的响应区域', EXPERIENCE, 3, 20, 'px'),
  'safe-area': rule('iPhone X 兼容', EXPERIENCE, 3, 68, 'px: what is fixed and lower stays out of the margin'),
  contrast: rule('合理的颜色搭配', EXPERIENCE, 0, 4.5, ': 1, 3 : 1 for large text'),
  'font-size': rule('字号 (设计指南)', DESIGN, 0, 12, 'px'),
  exceptions: rule('避免 JS 异常', PRACTICE, 3, 0, 'exceptions'),
  'request-failures': rule('避免网络请求异常', PRACTICE, 3, 0, 'failures'),
  deprecated: rule('不使用废弃接口', PRACTICE, 2, 0, 'interfaces'),
  https: rule('使用 HTTPS', PRACTICE, 1, 0, 'addresses'),
  'set-data-unused': rule('避免 setData 数据冗余', PRACTICE, 1, 0, 'fields no template uses'),
  timers: rule('及时回收定时器', PRACTICE, 0, 0, 'timers that ran on another page'),
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof RULES

/** Rules of the documents that cannot be measured on this phone, and why. */
export const NOT_MEASURED: Record<string, string> = {
  图片缓存: 'the header is the server’s, and here the server is this machine',
  窗口变化适配: 'only for pages that may be resized',
  最低基础库版本: 'set on the management site',
  移除不可访问到的页面: 'a matter of the whole app, not of one page',
  'WXSS 使用率': 'a matter of the whole app, not of one page',
}

/** Something that breaks a rule: where, and what was found there. */
export interface Offender {
  where: string
  found: number | string
}

/** What one measuring gives: the worst value seen, and everything beyond the limit. */
export interface Measured {
  worst: number
  offenders: Offender[]
}

export type Measurements = Partial<Record<RuleId, Measured>>

/** Keeps what is beyond the limit; `below` for rules that set a minimum. */
export function judge(found: readonly Offender[], limit: number, below = false): Measured {
  const value = ({ found: amount }: Offender) => (typeof amount === 'number' ? amount : limit + 1)
  const values = found.map(value)
  const worst = values.length === 0 ? 0 : below ? Math.min(...values) : Math.max(...values)
  return { worst, offenders: found.filter((each) => (below ? value(each) < limit : value(each) > limit)) }
}
