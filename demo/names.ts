// Decides what the people of the demo school are called; all of them are invented.
import { pick, type Random } from './random'

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕']
const GIVEN = [
  ...'思雨子涵一诺梓轩浩宇欣怡俊熙诗琪明哲雅晴佳宁语嫣天佑乐怡可馨博文若曦沐辰书瑶宇航知远安琪清扬嘉树景行',
]
const GROWN_UP = [...'建国志强秀英丽华海燕晓峰文静国栋玉兰春梅伟明红霞立新桂芳永刚雪梅']

function compose(random: Random, surname: string, letters: readonly string[]): string {
  const length = random() < 0.8 ? 2 : 1
  return surname + Array.from({ length }, () => pick(random, letters)).join('')
}

/** Names of the children of one class, all different; those of `included` stand at their places (1-based). */
export function nameChildren(random: Random, count: number, included: Readonly<Record<number, string>>): string[] {
  const used = new Set(Object.values(included))
  return Array.from({ length: count }, (_, at) => {
    const wanted = included[at + 1]
    if (wanted) return wanted
    for (;;) {
      const name = compose(random, pick(random, SURNAMES), GIVEN)
      if (used.has(name)) continue
      used.add(name)
      return name
    }
  })
}

/** Mother and father of a child; fathers mostly share its surname. */
export function nameParents(random: Random, childName: string): { mother: string; father: string } {
  const family = childName.slice(0, 1)
  return {
    mother: compose(random, pick(random, SURNAMES), GROWN_UP),
    father: compose(random, random() < 0.95 ? family : pick(random, SURNAMES), GROWN_UP),
  }
}
