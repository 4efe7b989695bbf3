/** 阶段的文字：新客、活跃、该来了、沉睡、流失。 */

export const lifecycle = {
  title: '阶段',
  sinceToday: '当天来过，',
  since: '{{days, number}} 天没来，',
  usualOwn: '自己常隔 {{days, number}} 天',
  usualShop: '全店常隔 {{days, number}} 天',
  usualNobody: '店里还没人回过头',
  tabs: { rfm: '八层', life: '阶段', levels: '等级', ladder: '阶梯' },
  tabsSay: '看哪一种分法',
  stage: '阶段',
  customers: '人数',
  share: '占人数',
  own: '看自己的间隔',
  ownSay: '其余的看全店的间隔',
  net: '净额',
  each: '每位买家',
  total: '合计',
  say: '买得够多的，看自己多久来一次；买得还少的，看全店的间隔。',
  why: '阶段怎么算的',
  means: {
    new: '只在一天买过，还没到该来的时候',
    active: '没超过自己常隔的天数',
    due: '超过常隔的天数，还不到 1.5 倍',
    sleeping: '超过 1.5 倍，还不到 3 倍',
    lost: '超过 3 倍',
  },
  shopLines:
    '间隔不到两次的看全店：过了 {{due, number}} 天该来了，{{sleeping, number}} 天沉睡，{{lost, number}} 天流失。',
} as const;
