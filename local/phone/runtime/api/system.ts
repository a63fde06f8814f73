// Decides what the app learns about the phone: sizes, theme, font, network, and the app itself.
import { view } from '../engine/view-queue'
import type { PhoneParts } from '../phone-parts'
import { STANDARD_FONT } from '../../phone-models'
import { NAVIGATION_BAR } from '../shell/metrics'
import { asynchronousAll, type WxTable } from './define-api'

/** The library version the project is written for (project.config.json). */
export const LIBRARY_VERSION = '3.8.0'

export function systemApi(phone: PhoneParts): WxTable {
  const { app, settings, state, signals, shell, router, clock } = phone
  const { statusBar, homeIndicator, capsule, model } = shell.metrics
  const windowInfo = () => {
    const [screenWidth, screenHeight] = [window.innerWidth, window.innerHeight]
    const windowHeight = router.isEmpty ? screenHeight - statusBar - NAVIGATION_BAR : router.current.view.height
    const bottom = screenHeight - homeIndicator
    return {
      pixelRatio: window.devicePixelRatio,
      screenWidth,
      screenHeight,
      windowWidth: screenWidth,
      windowHeight,
      statusBarHeight: statusBar,
      screenTop: screenHeight - windowHeight,
      safeArea: {
        left: 0,
        right: screenWidth,
        top: statusBar,
        bottom,
        width: screenWidth,
        height: bottom - statusBar,
      },
    }
  }
  const deviceInfo = () => ({
    brand: 'devtools',
    model,
    system: 'iOS 17.0',
    platform: 'devtools',
    abi: '',
    benchmarkLevel: 30,
    memorySize: 4096,
    deviceOrientation: 'portrait',
  })
  const baseInfo = () => ({
    SDKVersion: LIBRARY_VERSION,
    version: '8.0.50',
    language: 'zh_CN',
    host: { env: 'WeChat', appId: '', version: 0 },
    enableDebug: false,
    theme: shell.theme,
    fontSizeScaleFactor: state.fontScale,
    fontSizeSetting: Math.round(STANDARD_FONT * state.fontScale * 10) / 10,
  })
  const systemInfo = () => ({
    ...windowInfo(),
    ...deviceInfo(),
    ...baseInfo(),
    locationEnabled: true,
    wifiEnabled: true,
    bluetoothEnabled: false,
  })
  const launch = () => ({ path: settings.path ?? app.pages[0] ?? '', query: {}, scene: 1001, referrerInfo: {} })
  const network = () => ({ networkType: state.online ? 'wifi' : 'none', isConnected: state.online, weakNet: false })
  return {
    getWindowInfo: windowInfo,
    getDeviceInfo: deviceInfo,
    getAppBaseInfo: baseInfo,
    getSystemInfoSync: systemInfo,
    getSystemSetting: () => ({
      bluetoothEnabled: false,
      locationEnabled: true,
      wifiEnabled: true,
      deviceOrientation: 'portrait',
    }),
    getAppAuthorizeSetting: () => ({
      notificationAuthorized: 'authorized',
      cameraAuthorized: 'authorized',
      albumAuthorized: 'authorized',
      locationAuthorized: 'not determined',
      microphoneAuthorized: 'not determined',
    }),
    getMenuButtonBoundingClientRect: () => {
      const right = window.innerWidth - capsule.right
      const { width, height, top } = capsule
      return { width, height, top, bottom: top + height, left: right - width, right }
    },
    getAccountInfoSync: () => ({ miniProgram: { appId: app.appId, envVersion: 'develop', version: '' } }),
    getLaunchOptionsSync: launch,
    getEnterOptionsSync: launch,
    onThemeChange: (listener: never) => signals.on('theme', listener),
    offThemeChange: (listener?: never) => signals.off('theme', listener),
    onNetworkStatusChange: (listener: never) => signals.on('network', listener),
    offNetworkStatusChange: (listener?: never) => signals.off('network', listener),
    onWindowResize: (listener: never) => signals.on('resize', listener),
    offWindowResize: (listener?: never) => signals.off('resize', listener),
    onAppShow: (listener: never) => signals.on('appShow', listener),
    offAppShow: (listener?: never) => signals.off('appShow', listener),
    onAppHide: (listener: never) => signals.on('appHide', listener),
    offAppHide: (listener?: never) => signals.off('appHide', listener),
    onError: (listener: never) => signals.on('error', listener),
    offError: (listener?: never) => signals.off('error', listener),
    onUnhandledRejection: (listener: never) => signals.on('rejection', listener),
    offUnhandledRejection: (listener?: never) => signals.off('rejection', listener),
    onPageNotFound: (listener: never) => signals.on('pageNotFound', listener),
    offPageNotFound: (listener?: never) => signals.off('pageNotFound', listener),
    onMemoryWarning: () => undefined,
    onMenuButtonBoundingClientRectWeightChange: () => undefined,
    offMenuButtonBoundingClientRectWeightChange: () => undefined,
    nextTick: (run: () => void) => view.whenDrawn(run),
    getUpdateManager: () => ({
      onCheckForUpdate: (run: (result: { hasUpdate: boolean }) => void) =>
        void setTimeout(() => run({ hasUpdate: false })),
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
      applyUpdate: () => undefined,
    }),
    getPerformance: () => ({
      now: () => clock.now(),
      getEntries: () => [],
      createObserver: () => ({ observe: () => undefined, disconnect: () => undefined }),
    }),
    reportEvent: () => undefined,
    getRealtimeLogManager: silentLog,
    getLogManager: silentLog,
    hideKeyboard: () => (document.activeElement as HTMLElement | null)?.blur(),
    onKeyboardHeightChange: () => undefined,
    offKeyboardHeightChange: () => undefined,
    ...asynchronousAll({
      getSystemInfo: systemInfo,
      getSystemInfoAsync: systemInfo,
      getNetworkType: network,
      getRandomValues: (options) => ({
        randomValues: crypto.getRandomValues(new Uint8Array(Number(options['length']))).buffer,
      }),
      vibrateShort: () => undefined,
      vibrateLong: () => undefined,
      setKeepScreenOn: () => undefined,
    }),
  }
}

/** Log managers send to WeChat's servers; here nothing leaves the phone. */
function silentLog(): Record<string, () => void> {
  const drop = () => undefined
  return {
    debug: drop,
    log: drop,
    info: drop,
    warn: drop,
    error: drop,
    setFilterMsg: drop,
    addFilterMsg: drop,
    in: drop,
  }
}
