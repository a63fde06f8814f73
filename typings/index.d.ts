// Decides the global types of the mini program: WeChat's own, and the two that nearly every page needs of them.
/// <reference types="miniprogram-api-typings" />

/** A finger on something; what the template says of it is in `currentTarget.dataset`. */
type TapEvent = WechatMiniprogram.TouchEvent
/** What a component tells its page. */
type ToldEvent<Detail> = WechatMiniprogram.CustomEvent<Detail>
