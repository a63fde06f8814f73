// Decides how a page is shared: a sheet that names what is sent and hands it to the desk.
import type { PhoneParts } from '../phone-parts'
import type { ShareCard } from '../phone-state'
import { button, textElement } from '../shell/panels'
import { asynchronousAll, type WxTable } from './define-api'
import type { TempFiles } from './temp-files'

export function sharingApi(): WxTable {
  return asynchronousAll({
    showShareMenu: () => undefined,
    hideShareMenu: () => undefined,
    updateShareMenu: () => undefined,
    authPrivateMessage: () => ({ valid: true, iv: '', encryptedData: '' }),
  })
}

/** Asks the page what it shares, shows it, and sends it when confirmed. */
export async function sharePage(
  phone: PhoneParts,
  files: TempFiles,
  from: 'button' | 'menu',
  target?: unknown,
): Promise<void> {
  const { router, shell, app, settings } = phone
  const page = router.current
  const answer = (page.call('onShareAppMessage', { from, target, webViewUrl: undefined }) ??
    {}) as Partial<ShareCard> & { promise?: Promise<Partial<ShareCard>> }
  const chosen = answer.promise ? { ...answer, ...(await answer.promise) } : answer
  const card: ShareCard = {
    title: chosen.title ?? app.app.window?.navigationBarTitleText ?? '',
    path: (chosen.path ?? page.toString()).replace(/^\//, ''),
    imageUrl: chosen.imageUrl ?? '',
  }
  const box = document.createElement('div')
  box.className = 'bottom-sheet share-sheet'
  box.append(textElement('h3', '发送给：'), textElement('p', card.title), textElement('p', card.path, 'note'))
  if (card.imageUrl)
    box.append(Object.assign(document.createElement('img'), { src: files.address(card.imageUrl), alt: '' }))
  const sent = await shell.panels.open<boolean>(box, 'bottom', (close) => {
    box.append(
      button('取消', '', () => close(false)),
      button('发送', '#07c160', () => close(true)),
    )
    return { confirm: () => close(true), cancel: () => close(false) }
  })
  if (!sent) return
  phone.lastShare = card
  window.parent.postMessage({ type: 'share', from: settings.id, card }, window.location.origin)
}
