// Decides the APIs that show WeChat's own panels.
import type { PhoneParts } from '../phone-parts'
import { ApiError, asynchronousAll, requireText, type WxTable } from './define-api'

/** 「wx.showActionSheet」: at most six entries. */
const SHEET_LIMIT = 6

export function panelsApi({ shell: { panels }, inbox }: PhoneParts): WxTable {
  return asynchronousAll({
    showToast: (options) => {
      const {
        icon = 'success',
        image = '',
        mask = false,
        duration = 1500,
      } = options as { icon?: string; image?: string; mask?: boolean; duration?: number }
      panels.toast(String(options['title'] ?? ''), { icon, image, mask, duration })
    },
    hideToast: () => panels.hideToast(),
    showLoading: (options) =>
      panels.toast(String(options['title'] ?? ''), { icon: 'loading', mask: options['mask'] === true, duration: 0 }),
    hideLoading: () => panels.hideToast(),
    showModal: async (options) => {
      const prepared = inbox.modals.shift()
      const { confirm, content } =
        prepared === undefined ? await panels.modal(options) : { confirm: prepared, content: undefined }
      return { confirm, cancel: !confirm, ...(content !== undefined && { content }) }
    },
    showActionSheet: async (options) => {
      const items = options['itemList'] as string[] | undefined
      if (!Array.isArray(items) || items.length === 0)
        throw new ApiError('parameter error: itemList should not be empty')
      if (items.length > SHEET_LIMIT)
        throw new ApiError(`parameter error: itemList should not be larger than ${SHEET_LIMIT}`)
      const prepared = inbox.sheets.shift()
      const texts = { color: String(options['itemColor'] ?? ''), alert: String(options['alertText'] ?? '') }
      const tapIndex = prepared ?? (await panels.actionSheet(items, texts))
      if (tapIndex === undefined) throw new ApiError('cancel')
      return { tapIndex }
    },
    makePhoneCall: async (options) => {
      const number = requireText(options, 'phoneNumber')
      const chosen = panels.interactive ? await panels.actionSheet([`呼叫 ${number}`]) : 0
      if (chosen === undefined) throw new ApiError('cancel')
      panels.toast(`正在呼叫 ${number}`, { icon: 'none' })
    },
  })
}
