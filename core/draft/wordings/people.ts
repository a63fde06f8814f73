// Decides by which words papers name people, so that every table of wordings names the same.
import { hint } from '../../pattern'

export const CHILD = hint`孩子们?|学生(?!工作|处)|幼儿(?!园)|宝宝|宝贝|娃娃|娃|小朋友|学员|小孩子?|同学|孙子|学童`
export const TEACHER = hint`老师|教师|班主任|任课|科任|教职工|教职员工?|学管师|园方|主班|配班`
export const PARENT = hint`家长|监护人|爸爸?妈妈?|爸妈|宝爸|宝妈|父母|亲属|家庭成员|爷爷|奶奶`
