// Decides what a function finds in process.env: the variables Tencent's runtime sets, which the SDKs read.
import type { Invocation } from '../invocations'

/** Of this process; another one lets two local clouds be two environments, whose file ids differ. */
export const ENVIRONMENT_ID = process.env['LOCAL_ENVIRONMENT_ID'] ?? 'local-env'
export const APP_ID = 'wxlocal0000000001'

/** The same for every invocation. The SDK skips its look-up of the machine's metadata because of TENCENTCLOUD_RUNENV. */
export const SHARED_ENVIRONMENT = {
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TENCENTCLOUD_SECRETID: 'local-secret-id',
  TENCENTCLOUD_SECRETKEY: 'local-secret-key',
  TENCENTCLOUD_SESSIONTOKEN: 'local-session-token',
  SCF_NAMESPACE: ENVIRONMENT_ID,
  TCB_ENV: ENVIRONMENT_ID,
  TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE',
  WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_UNIONID,WX_CLIENTIP,WX_API_TOKEN,WX_TRIGGER_API_TOKEN_V0',
  /** The function's clock is UTC, as in the cloud. */
  TZ: 'UTC',
}

/** What changes from call to call: who calls, from where, and the token that stands for this invocation. */
export function environmentOf({ openid, source, token }: Invocation): Record<string, string> {
  const timer = source === 'wx_trigger'
  return {
    TCB_SOURCE: source,
    TRIGGER_SRC: timer ? 'timer' : '',
    WX_OPENID: openid,
    WX_APPID: APP_ID,
    WX_UNIONID: '',
    WX_CLIENTIP: '127.0.0.1',
    WX_API_TOKEN: token,
    WX_TRIGGER_API_TOKEN_V0: timer ? token : '',
  }
}
