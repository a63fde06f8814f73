// Decides how a function reaches CloudBase: one SDK instance, in the environment the function itself runs in.
import * as cloud from 'wx-server-sdk'

// The SDK's types know only names; its own constant is a symbol.
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

export { cloud }
