// Decides the APIs that move between pages.
import type { PhoneParts } from '../phone-parts'
import { findDomElement } from '../engine/glass-easel'
import { EventChannel } from '../router/event-channel'
import type { PageInstance } from '../router/page-instance'
import { asynchronousAll, requireText, type Options, type WxTable } from './define-api'

export function routingApi({ router, shell }: PhoneParts): WxTable {
  return {
    EventChannel,
    ...asynchronousAll({
      navigateTo: async (options) => ({
        eventChannel: await router.navigateTo(requireText(options, 'url'), options['events'] as Record<string, never>),
      }),
      redirectTo: async (options) => void (await router.redirectTo(requireText(options, 'url'))),
      reLaunch: async (options) => void (await router.reLaunch(requireText(options, 'url'))),
      switchTab: async (options) => void (await router.switchTab(requireText(options, 'url'))),
      navigateBack: async (options) => void (await router.back(Number(options['delta'] ?? 1))),
      enableAlertBeforeUnload: (options) => {
        router.current.alertBeforeLeaving = requireText(options, 'message')
      },
      disableAlertBeforeUnload: () => {
        router.current.alertBeforeLeaving = undefined
      },
      pageScrollTo: (options) => scrollPage(router.current, options),
      startPullDownRefresh: () => router.current.view.pullDown.start(),
      stopPullDownRefresh: () => router.current.view.pullDown.stop(),
      hideHomeButton: () => router.current.view.hideHome(),
      setNavigationBarTitle: (options) => {
        const { view } = router.current
        view.navigationBar.title = String(options['title'] ?? '')
        shell.drawPage(view)
      },
      setNavigationBarColor: (options) => {
        const { view } = router.current
        view.navigationBar.text = options['frontColor'] === '#ffffff' ? 'white' : 'black'
        view.navigationBar.background = requireText(options, 'backgroundColor')
        shell.drawPage(view)
      },
      setBackgroundColor: (options) => router.current.view.setBackground(String(options['backgroundColor'] ?? '')),
      setBackgroundTextStyle: () => undefined,
      showNavigationBarLoading: () => setLoading(router.current, true),
      hideNavigationBarLoading: () => setLoading(router.current, false),
      setTabBarBadge: (options) =>
        shell.tabBar.setMark(Number(options['index']), { badge: requireText(options, 'text') }),
      removeTabBarBadge: (options) => shell.tabBar.setMark(Number(options['index']), { badge: '' }),
      showTabBarRedDot: (options) => shell.tabBar.setMark(Number(options['index']), { dot: true }),
      hideTabBarRedDot: (options) => shell.tabBar.setMark(Number(options['index']), { dot: false }),
      showTabBar: () => shell.tabBar.setHidden(false),
      hideTabBar: () => shell.tabBar.setHidden(true),
    }),
  }
}

function setLoading({ view }: PageInstance, loading: boolean): void {
  view.navigationBar.loading = loading
  view.drawBar()
}

function scrollPage({ view, component }: PageInstance, options: Options): void {
  const duration = Number(options['duration'] ?? 300)
  const selector = options['selector'] as string | undefined
  const target = selector ? component.getShadowRoot()?.querySelector(selector) : undefined
  const element = target ? findDomElement(target) : undefined
  const base = element
    ? element.getBoundingClientRect().top - view.top + view.scroller.scrollTop
    : Number(options['scrollTop'] ?? 0)
  view.scroller.scrollTo({
    top: base + Number(options['offsetTop'] ?? 0),
    behavior: duration > 0 ? 'smooth' : 'instant',
  })
}
