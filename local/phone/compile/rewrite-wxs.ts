// Decides how WXS differs from JavaScript here: there `x.constructor` is the type's name.

/**
 * Renames every `.constructor` outside strings and comments. The runtime defines the new name on Object.prototype,
 * which is also how WeChat's own compiler does it; primitives and chained receivers need no special care then.
 */
export function rewriteWxs(source: string): string {
  const token = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\/\/[^\n]*|\/\*[^]*?\*\/|\.\s*constructor\b/g
  return source.replace(token, (match) => (match.startsWith('.') ? `.${WXS_TYPE_NAME}` : match))
}

/** Name of the property the runtime defines. */
export const WXS_TYPE_NAME = 'wxsConstructor'
