// Decides where a code in a picture leads: to a host, out of WeChat, to somebody's till, or nowhere (C11, C12, C36).
import { findLinks } from './links'

/** `//user@host:port`, as a phone reads it: what stands before an at sign is no host. */
const AUTHORITY = /^[a-z][a-z\d+.-]*:\/\/([^/?#\\\s]*)/
/** `wxp:`, `alipays:`, `tel:`, `weixin:` lead to another program. */
const SCHEME = /^[a-z][a-z\d+.-]{1,20}:\S/
/** A merchant's code of UnionPay, after EMVCo: version and kind first, a checksum at the end. */
const MERCHANT = /^00020101021[12]\d{2}.*6304[\da-f]{4}$/

/** 微信 支付宝 银联 QQ钱包 京东 云闪付: hosts whose addresses are tills. */
const TILL_HOSTS = [
  ...[
    'wx.tenpay.com',
    'pay.weixin.qq.com',
    'payapp.weixin.qq.com',
    'qpay.qq.com',
    'i.qianbao.qq.com',
    'myun.tenpay.com',
  ],
  ...['qr.alipay.com', 'ur.alipay.com', 'mobilecodec.alipay.com', 'render.alipay.com', 'ds.alipay.com'],
  ...['qr.95516.com', 'qr.unionpay.com', 'code.jd.com', 'pay.jd.com'],
]
const TILL_SCHEMES = /^(?:wxp|weixin:\/\/wxpay|alipays?|alipayqr|upwallet|uppay\w*):/

const isWithin = (host: string, root: string) => host === root || host.endsWith(`.${root}`)

/** Whether an address of this host takes money. */
export const isTill = (host: string): boolean => TILL_HOSTS.some((root) => isWithin(host, root))

const readable = (text: string) => text.trim().toLowerCase()

/** Whether whoever scans it is asked to pay. */
export function isPaymentCode(text: string): boolean {
  const code = readable(text)
  return TILL_SCHEMES.test(code) || MERCHANT.test(code) || hostsOfCode(code).some(isTill)
}

/** Every host it leads to, '' for another program; none: it holds words or numbers only. */
export function hostsOfCode(text: string): string[] {
  const code = readable(text)
  const [, authority] = /^https?:/.test(code) ? (AUTHORITY.exec(code) ?? []) : []
  if (authority !== undefined) return [hostOf(authority)]
  if (SCHEME.test(code)) return ['']
  return findLinks(code).map(({ host }) => host)
}

function hostOf(authority: string): string {
  const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '')
  return /^[a-z\d.-]+$/.test(host) ? host.replace(/^www\d?\./, '') : ''
}
