// Decides <open-data>: WeChat shows everybody as nobody in particular.
import { GREY_PICTURE, NAME } from '../api/anonymous-user'
import type { BuiltIn } from './built-in'

export const openData: BuiltIn = {
  tag: 'open-data',
  properties: { type: String, openGid: String, lang: String, defaultText: String, defaultAvatar: String },
  attach(host) {
    host.watch(['type', 'defaultText', 'defaultAvatar'], () => {
      const { element } = host
      const isPicture = host.get<string>('type') === 'userAvatarUrl'
      const isName = host.get<string>('type') === 'userNickName'
      element.textContent = isName ? host.get<string>('defaultText') || NAME : ''
      const picture = isPicture ? `url("${host.get<string>('defaultAvatar') || GREY_PICTURE}") center/cover` : ''
      element.style.background = picture
    })
  },
}
