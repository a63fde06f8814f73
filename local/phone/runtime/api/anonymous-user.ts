// Decides who a user is to an app: nobody by name, as in WeChat since 2022 (「小程序用户头像昵称获取规则调整公告」).

/** WeChat's grey picture, drawn. */
export const GREY_PICTURE =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="132" height="132"><path fill="#c8c8c8" d="M0 0h132v132H0z"/><path fill="#fff" d="M66 26a24 24 0 1 1 0 48a24 24 0 1 1 0-48zM22 112c4-22 22-32 44-32s40 10 44 32z"/></svg>',
  )
export const NAME = '微信用户'

const userInfo = {
  nickName: NAME,
  avatarUrl: GREY_PICTURE,
  gender: 0,
  country: '',
  province: '',
  city: '',
  language: '',
  is_demote: true,
}

/** 「wx.getUserInfo」 and 「wx.getUserProfile」. */
export function anonymousUser(): Record<string, unknown> {
  return {
    userInfo: { ...userInfo },
    rawData: JSON.stringify(userInfo),
    signature: '',
    encryptedData: '',
    iv: '',
    cloudID: '',
  }
}
